/**
 * The modules that JupyterLab shares with its extensions, by package name and version.
 *
 * @typedef {Record<string, Record<string, {get: () => Promise<() => unknown>}>>} ShareScope
 */

/**
 * The modules that Moka takes from JupyterLab.
 *
 * @typedef {object} Shared
 * @property {typeof import('@jupyterlab/apputils')} apputils
 * @property {typeof import('@jupyterlab/coreutils')} coreutils
 * @property {typeof import('@jupyterlab/launcher')} launcher
 * @property {typeof import('@jupyterlab/mainmenu')} mainmenu
 * @property {import('./outputs.js').NotebookModule} notebook
 * @property {typeof import('@jupyterlab/services')} services
 * @property {typeof import('@jupyterlab/statusbar')} statusbar
 * @property {typeof import('@jupyterlab/ui-components')} components
 * @property {typeof import('@lumino/polling')} polling
 * @property {typeof import('@lumino/widgets')} widgets
 */

/** @type {Record<keyof Shared, string>} */
const PACKAGES = {
  apputils: '@jupyterlab/apputils',
  coreutils: '@jupyterlab/coreutils',
  launcher: '@jupyterlab/launcher',
  mainmenu: '@jupyterlab/mainmenu',
  notebook: '@jupyterlab/notebook',
  services: '@jupyterlab/services',
  statusbar: '@jupyterlab/statusbar',
  components: '@jupyterlab/ui-components',
  polling: '@lumino/polling',
  widgets: '@lumino/widgets'
};

/**
 * Takes the modules out of the share scope.
 *
 * @param {ShareScope} scope
 * @returns {Promise<Shared>}
 */
export async function take(scope) {
  const modules = await Promise.all(
    Object.entries(PACKAGES).map(async ([key, name]) => [key, await module(scope, name)])
  );
  return /** @type {Shared} */ (Object.fromEntries(modules));
}

/**
 * @param {ShareScope} scope
 * @param {string} name
 */
async function module(scope, name) {
  // JupyterLab shares each of these as a singleton: there is one version.
  const [provider] = Object.values(scope[name] ?? {});
  if (!provider) {
    throw new Error(`this JupyterLab does not share ${name}`);
  }
  return (await provider.get())();
}
