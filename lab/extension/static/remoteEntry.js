// The federation container of this extension, written by hand: JupyterLab loads it as a classic script, gives it the
// modules that the application shares, and asks it for './extension'.
(() => {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const entry = new URL('extension.js', script.src).href;
  // Fetched while JupyterLab is still loading its own chunks.
  const extension = import(entry);
  extension.catch(() => {});

  /** @type {import('./shared.js').ShareScope} */
  let scope = {};
  const page = /** @type {{_JUPYTERLAB?: Record<string, unknown>}} */ (/** @type {unknown} */ (window));
  page._JUPYTERLAB ??= {};
  page._JUPYTERLAB['moka-lab'] = {
    /** @param {import('./shared.js').ShareScope} shared */
    init(shared) {
      scope = shared;
    },

    /** @param {string} name */
    async get(name) {
      if (name !== './extension') {
        throw new Error(`moka-lab has no module ${name}`);
      }
      const { plugins } = await extension;
      const module = { __esModule: true, default: await plugins(scope) };
      return () => module;
    }
  };
})();
