// Who opens a notebook and presses Run at once is faster than the kernel's session. JupyterLab then asks for a kernel, or
// runs nothing; here the cell waits for the session that is on its way.

/**
 * What is used of a run's options.
 *
 * @typedef {object} Options
 * @property {import('@jupyterlab/apputils').ISessionContext} [sessionContext]
 */

/** @typedef {{runCell: (options: Options) => Promise<boolean>}} Executor */

// A session that takes longer has failed, and JupyterLab says so when the cell runs.
const LONGEST_START_MS = 30_000;

/**
 * Runs cells when their session is ready.
 *
 * @param {import('./shared.js').Shared} shared
 * @returns {import('@jupyterlab/application').JupyterFrontEndPlugin<Executor>}
 */
export function executor({ notebook }) {
  return {
    id: 'moka-lab:cell-executor',
    description: 'Runs cells when their session is ready',
    autoStart: true,
    provides: notebook.INotebookCellExecutor,
    activate: () => ({
      runCell: async options => {
        await started(options.sessionContext);
        return notebook.runCell(options);
      }
    })
  };
}

/** @param {import('@jupyterlab/apputils').ISessionContext | undefined} context */
async function started(context) {
  if (!context || context.isReady) {
    return;
  }
  await Promise.race([context.ready, new Promise(resolve => setTimeout(resolve, LONGEST_START_MS))]);
}
