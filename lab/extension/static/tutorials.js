import { BOOK, numbered } from './icons.js';
import { fromFileName, heading, numberOf } from './titles.js';

const FOLDERS = ['notebooks', 'tutorials'];
const OPEN = 'moka:open-tutorial';

/**
 * A notebook of the tutorials, as the launcher shows it.
 *
 * @typedef {object} Tutorial
 * @property {string} path
 * @property {string} title
 * @property {string} number
 */

/**
 * The tutorials on the launcher: a tile for each notebook in the folders `notebooks` and `tutorials` of the workspace.
 *
 * @param {import('./shared.js').Shared} shared
 * @returns {import('@jupyterlab/application').JupyterFrontEndPlugin<void>}
 */
export function tutorials({ components: { LabIcon }, launcher: { ILauncher } }) {
  return {
    id: 'moka-lab:tutorials',
    description: 'Tutorials on the launcher',
    autoStart: true,
    requires: [ILauncher],
    /**
     * @param {import('@jupyterlab/application').JupyterFrontEnd} app
     * @param {import('@jupyterlab/launcher').ILauncher} launcher
     */
    activate: (app, launcher) => {
      const book = new LabIcon({ name: 'moka:book', svgstr: BOOK });
      app.commands.addCommand(OPEN, {
        label: args => String(args['title'] ?? 'Open Tutorial'),
        caption: args => String(args['path'] ?? ''),
        icon: args => iconOf(LabIcon, String(args['number'] ?? '')) ?? book,
        execute: args => app.commands.execute('docmanager:open', { path: args['path'] ?? '', factory: 'Notebook' })
      });
      const contents = app.serviceManager.contents;
      const tiles = new Tiles(launcher);
      const refresh = async () => tiles.show(await find(contents));
      contents.fileChanged.connect((_, { oldValue, newValue }) => {
        if ([oldValue?.path, newValue?.path].some(path => path && isTutorial(path) && oldValue?.path !== newValue?.path)) {
          void refresh();
        }
      });
      void app.restored.then(refresh);
    }
  };
}

/** The tiles that are on the launcher now. */
class Tiles {
  /** @param {import('@jupyterlab/launcher').ILauncher} launcher */
  constructor(launcher) {
    this.launcher = launcher;
    /** @type {import('@lumino/disposable').IDisposable[]} */
    this.shown = [];
  }

  /** @param {Tutorial[]} tutorials */
  show(tutorials) {
    this.shown.forEach(tile => tile.dispose());
    this.shown = tutorials.map(({ path, title, number }, rank) =>
      // After Notebook, before Console.
      this.launcher.add({ command: OPEN, args: { path, title, number }, category: 'Tutorials', rank, categoryRank: 10 })
    );
  }
}

/**
 * @param {import('@jupyterlab/services').Contents.IManager} contents
 * @returns {Promise<Tutorial[]>}
 */
async function find(contents) {
  const root = await contents.get('', { content: true });
  const folders = root.content.filter(
    (/** @type {import('@jupyterlab/services').Contents.IModel} */ entry) =>
      entry.type === 'directory' && FOLDERS.includes(entry.name)
  );
  /** @type {Tutorial[]} */
  const found = [];
  for (const folder of folders) {
    const { content } = await contents.get(folder.path, { content: true });
    const models = /** @type {import('@jupyterlab/services').Contents.IModel[]} */ (content);
    const notebooks = models.filter(model => isTutorial(model.path)).sort((a, b) => a.name.localeCompare(b.name));
    for (const notebook of notebooks) {
      const title = await titleOf(contents, notebook);
      found.push({ path: notebook.path, title, number: numberOf(notebook.name) ?? '' });
    }
  }
  return found;
}

/**
 * The title of a notebook, kept in the browser until the file changes: a notebook with outputs can be large.
 *
 * @param {import('@jupyterlab/services').Contents.IManager} contents
 * @param {import('@jupyterlab/services').Contents.IModel} notebook
 */
async function titleOf(contents, notebook) {
  const key = `moka-lab:title:${contents.serverSettings.baseUrl}${notebook.path}`;
  const [modified, known] = JSON.parse(window.localStorage.getItem(key) ?? '[]');
  if (known && modified === notebook.last_modified) {
    return String(known);
  }
  try {
    const { content } = await contents.get(notebook.path, { content: true, type: 'notebook' });
    const title = heading(content) ?? fromFileName(notebook.name);
    window.localStorage.setItem(key, JSON.stringify([notebook.last_modified, title]));
    return title;
  } catch {
    // It is not valid JSON, or was deleted meanwhile; opening it says so.
    return fromFileName(notebook.name);
  }
}

/** @param {string} path */
function isTutorial(path) {
  const [folder, name, ...deeper] = path.split('/');
  return deeper.length === 0 && FOLDERS.includes(folder ?? '') && (name ?? '').endsWith('.ipynb');
}

/**
 * @param {typeof import('@jupyterlab/ui-components').LabIcon} LabIcon
 * @param {string} number
 */
function iconOf(LabIcon, number) {
  return number ? new LabIcon({ name: `moka:tutorial-${number}`, svgstr: numbered(number) }) : undefined;
}
