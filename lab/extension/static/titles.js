/**
 * The title of a notebook: its first heading.
 *
 * @param {unknown} notebook the content, as nbformat 4
 * @returns {string | undefined}
 */
export function heading(notebook) {
  const cells = /** @type {{cells?: {cell_type: string, source: string | string[]}[]}} */ (notebook)?.cells ?? [];
  for (const cell of cells) {
    if (cell.cell_type === 'markdown') {
      const source = Array.isArray(cell.source) ? cell.source.join('') : cell.source;
      const found = /^ {0,3}#{1,6}[ \t]+(.+?)[ \t]*#*$/m.exec(source);
      if (found?.[1]) {
        return plain(found[1]);
      }
    }
  }
  return undefined;
}

/**
 * A title made from a file name, for a notebook that could not be read or has no heading:
 * `01-ten-minutes-with-java.ipynb` is `Ten minutes with java`.
 *
 * @param {string} name
 */
export function fromFileName(name) {
  const stem = name.replace(/\.ipynb$/, '');
  const words = stem.replace(/^\d+[-_ .]*/, '').replace(/[-_]+/g, ' ').trim() || stem;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * The number that a file name begins with.
 *
 * @param {string} name
 * @returns {string | undefined}
 */
export function numberOf(name) {
  return /^(\d{1,3})[-_ .]/.exec(name)?.[1];
}

/** @param {string} markdown */
function plain(markdown) {
  return markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`]/g, '')
    .trim();
}
