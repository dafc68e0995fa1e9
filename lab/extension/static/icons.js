// Line icons on a 24-pixel grid; the classes let JupyterLab's themes colour them.
const STROKE = 'fill="none" stroke-linecap="round" stroke-linejoin="round"';

/** A moka pot: lid, top with spout and handle, waist, base. */
export const POT = svg(
  '<path d="M6.5 6h10l-2 7h-5.5z"/><path d="M9 13h5.5l2.5 8.5H6.5z"/><path d="M6.5 6 4 8"/>' +
    '<path d="M16.5 6.5h4v8"/><path d="M8.5 6 11.5 2.5 14.5 6"/>',
  2
);

/** A coffee bean on a page: a file of Java. */
export const BEAN = svg(
  '<path d="M14 2.5H6.5A1.5 1.5 0 0 0 5 4v16a1.5 1.5 0 0 0 1.5 1.5h11A1.5 1.5 0 0 0 19 20V7.5z"/>' +
    '<path d="M14 2.5v5h5"/><ellipse cx="12" cy="14.5" rx="3" ry="4" transform="rotate(35 12 14.5)"/>' +
    '<path d="M13.8 11.7c-.6 2-3 3.6-3.6 5.6"/>'
);

const PAGES =
  '<path d="M12 6.5C10 5 7 4.5 3.5 4.5V18c3.5 0 6.5.5 8.5 2 2-1.5 5-2 8.5-2V4.5c-3.5 0-6.5.5-8.5 2z"/>' +
  '<path d="M12 6.5V20"/>';

/** An open book. */
export const BOOK = svg(PAGES);

/**
 * The number of a tutorial in a rounded square. The launcher uses the icon of a section's first tile as the icon of the
 * section; there the style sheet shows the book instead.
 *
 * @param {string} number
 */
export function numbered(number) {
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><g class="moka-number">' +
    '<rect x="1.5" y="1.5" width="21" height="21" rx="5"/><text x="12" y="16" text-anchor="middle" font-size="11" ' +
    `font-weight="600">${number}</text></g><g class="moka-line moka-book" ${STROKE} stroke-width="1.5">${PAGES}</g></svg>`
  );
}

/**
 * @param {string} paths
 * @param {number} width of the line; small icons need a thicker one
 */
function svg(paths, width = 1.5) {
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">' +
    `<g class="moka-line" ${STROKE} stroke-width="${width}">${paths}</g></svg>`
  );
}
