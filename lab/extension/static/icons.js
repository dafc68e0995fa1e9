// Line icons on a 24-pixel grid; the classes let JupyterLab's themes colour them.

/** A moka pot. */
export const POT = svg(
  '<path d="M8.5 3h7l-1.2 7.5h-4.6z"/><path d="M9.7 10.5 7.5 21h9l-2.2-10.5"/><path d="M8.7 15.5h6.6"/>' +
    '<path d="M15.3 4.5h3.2v5.5"/><path d="M8.5 3 6 4.8"/><path d="M12 3V1.5"/>'
);

/** A coffee bean with a bracket: a file of Java. */
export const BEAN = svg(
  '<path d="M14 2.5H6.5A1.5 1.5 0 0 0 5 4v16a1.5 1.5 0 0 0 1.5 1.5h11A1.5 1.5 0 0 0 19 20V7.5z"/>' +
    '<path d="M14 2.5v5h5"/><ellipse cx="12" cy="14.5" rx="3" ry="4" transform="rotate(35 12 14.5)"/>' +
    '<path d="M13.8 11.7c-.6 2-3 3.6-3.6 5.6"/>'
);

/** An open book. */
export const BOOK = svg(
  '<path d="M12 6.5C10 5 7 4.5 3.5 4.5v13.5c3.5 0 6.5.500 8.5 2 2-1.5 5-2 8.5-2V4.5c-3.5 0-6.5.500-8.5 2z"/>' +
    '<path d="M12 6.5V20"/>'
);

/**
 * The number of a tutorial in a rounded square.
 *
 * @param {string} number
 */
export function numbered(number) {
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">' +
    '<rect class="moka-number-ground" x="1.5" y="1.5" width="21" height="21" rx="5"/>' +
    '<text class="moka-number" x="12" y="16" text-anchor="middle" font-size="11" font-weight="600">' +
    `${number}</text></svg>`
  );
}

/** @param {string} paths */
function svg(paths) {
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><g class="moka-line" fill="none" ' +
    `stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round">${paths}</g></svg>`
  );
}
