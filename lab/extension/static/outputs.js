// A cell may have been started by a page that is gone: a closed tab, a reload, another computer. The kernel goes on, and
// the server writes down what it says. When the notebook opens again, this brings the cells up to date and follows those
// that still run.

/**
 * One run of a cell, as `GET {base}moka/journal?path=…` tells it.
 *
 * @typedef {object} Run
 * @property {string} cellId
 * @property {string} msgId the id of the request that started it
 * @property {number | null} executionCount
 * @property {boolean} done
 * @property {string} lastMessage the id of the kernel's last message that is in the outputs
 * @property {Output[]} outputs
 * @property {string[]} displayIds for each output the id under which the kernel may change it, or an empty string
 */

/** @typedef {import('@jupyterlab/services').KernelMessage.IIOPubMessage} Message */

/**
 * What is used of JupyterLab's notebook here; its own types would bring the whole editor into the check.
 *
 * @typedef {object} Panel
 * @property {{ready: Promise<void>, path: string, localPath: string}} context
 * @property {import('@jupyterlab/apputils').ISessionContext} sessionContext
 * @property {{widgets: readonly {model: CodeCell}[]}} content
 */

/**
 * @typedef {object} CodeCell
 * @property {string} id
 * @property {string} type
 * @property {boolean} trusted
 * @property {number | null} executionCount
 * @property {'idle' | 'running' | null} executionState
 * @property {Outputs} outputs
 */

/**
 * @typedef {object} Outputs
 * @property {() => Output[]} toJSON
 * @property {(outputs: Output[]) => void} fromJSON
 * @property {(output: Output) => number} add
 * @property {(index: number, output: Output) => void} set
 * @property {(wait?: boolean) => void} clear
 */

/** @typedef {Record<string, unknown>} Output */

/**
 * @typedef {object} NotebookModule
 * @property {import('@lumino/coreutils').Token<Tracker>} INotebookTracker
 * @property {import('@lumino/coreutils').Token<import('./executor.js').Executor>} INotebookCellExecutor
 * @property {import('./executor.js').Executor['runCell']} runCell
 */

/** @typedef {{widgetAdded: import('@lumino/signaling').ISignal<unknown, Panel>}} Tracker */

// The socket may be behind the journal's answer by what is on its way.
const ON_ITS_WAY_MS = 300;

/**
 * Shows the outputs of cells that an earlier page started.
 *
 * @param {import('./shared.js').Shared} shared
 * @returns {import('@jupyterlab/application').JupyterFrontEndPlugin<void>}
 */
export function earlierOutputs(shared) {
  return {
    id: 'moka-lab:earlier-outputs',
    description: 'Outputs of cells that were running when the page was closed',
    autoStart: true,
    requires: [shared.notebook.INotebookTracker],
    /**
     * @param {import('@jupyterlab/application').JupyterFrontEnd} _app
     * @param {Tracker} tracker
     */
    activate: (_app, tracker) => {
      tracker.widgetAdded.connect((_, panel) => {
        attach(shared, panel).catch(reason => {
          console.warn(`Moka could not look for earlier outputs of ${panel.context.path}.`, reason);
        });
      });
    }
  };
}

/**
 * @param {import('./shared.js').Shared} shared
 * @param {Panel} panel
 */
async function attach(shared, panel) {
  await panel.context.ready;
  await panel.sessionContext.ready;
  const kernel = panel.sessionContext.session?.kernel;
  if (!kernel) {
    return;
  }
  const messages = new Messages(kernel);
  const runs = await fetchRuns(shared, panel.context.localPath, kernel);
  if (runs.length > 0) {
    await new Promise(resolve => setTimeout(resolve, ON_ITS_WAY_MS));
  }
  for (const run of runs) {
    const cell = find(panel, run.cellId);
    // A cell that runs was started by this page, meanwhile: JupyterLab follows it.
    if (cell && cell.executionState !== 'running') {
      restore(cell, run);
      run.displayIds.forEach((id, index) => messages.displays.note(id, cell, index));
      if (!run.done) {
        messages.follow(run, cell);
      }
    }
  }
  messages.forgetOthers();
}

/**
 * @param {import('./shared.js').Shared} shared
 * @param {string} path
 * @param {import('@jupyterlab/services').Kernel.IKernelConnection} kernel
 * @returns {Promise<Run[]>}
 */
async function fetchRuns({ coreutils: { URLExt }, services: { ServerConnection } }, path, kernel) {
  const settings = kernel.serverSettings;
  const url = URLExt.join(settings.baseUrl, 'moka/journal') + URLExt.objectToQueryString({ path });
  const response = await ServerConnection.makeRequest(url, {}, settings);
  if (response.status === 404) {
    return [];
  }
  if (!response.ok) {
    throw await ServerConnection.ResponseError.create(response);
  }
  const journal = await response.json();
  return journal.kernel === kernel.id ? journal.cells : [];
}

/**
 * @param {Panel} panel
 * @param {string} id
 * @returns {CodeCell | undefined}
 */
function find(panel, id) {
  return panel.content.widgets.map(({ model }) => model).find(cell => cell.type === 'code' && cell.id === id);
}

/**
 * Puts what is written down into the cell; a cell that has it already stays as it is, so that it does not ask for saving.
 *
 * @param {CodeCell} cell
 * @param {Run} run
 */
function restore(cell, run) {
  if (JSON.stringify(cell.outputs.toJSON()) !== JSON.stringify(run.outputs)) {
    cell.trusted = true;
    cell.outputs.fromJSON(run.outputs);
  }
  if (run.executionCount !== null && cell.executionCount !== run.executionCount) {
    cell.executionCount = run.executionCount;
  }
  cell.executionState = run.done ? 'idle' : 'running';
}

/**
 * Does to the cell what JupyterLab does for the page that started it.
 *
 * @param {CodeCell} cell
 * @param {Message} message
 * @param {Displays} displays
 */
function apply(cell, message, displays) {
  const content = /** @type {Record<string, any>} */ (message.content);
  const type = message.header.msg_type;
  switch (type) {
    case 'execute_input':
      cell.executionCount = content['execution_count'];
      break;
    case 'stream':
    case 'display_data':
    case 'execute_result':
    case 'error':
      displays.note(content['transient']?.['display_id'], cell, cell.outputs.add({ ...content, output_type: type }) - 1);
      break;
    case 'clear_output':
      cell.outputs.clear(content['wait']);
      displays.forget(cell);
      break;
    case 'status':
      if (content['execution_state'] === 'idle') {
        cell.executionState = 'idle';
      }
      break;
  }
}

/** Where what the kernel displayed stands, by the id under which it may change it from any cell. */
class Displays {
  constructor() {
    /** @type {Map<string, {cell: CodeCell, index: number}[]>} */
    this.places = new Map();
  }

  /**
   * @param {string | undefined} id
   * @param {CodeCell} cell
   * @param {number} index
   */
  note(id, cell, index) {
    if (id) {
      this.places.set(id, [...(this.places.get(id) ?? []), { cell, index }]);
    }
  }

  /** @param {CodeCell} cell */
  forget(cell) {
    for (const [id, places] of this.places) {
      this.places.set(id, places.filter(place => place.cell !== cell));
    }
  }

  /** @param {Record<string, any>} content of an update */
  update({ transient, data, metadata }) {
    for (const { cell, index } of this.places.get(transient?.['display_id']) ?? []) {
      const output = cell.outputs.toJSON()[index];
      if (output) {
        cell.outputs.set(index, { ...output, data, metadata });
      }
    }
  }
}

/** What a kernel says, by the request that it answers. */
class Messages {
  /** @param {import('@jupyterlab/services').Kernel.IKernelConnection} kernel */
  constructor(kernel) {
    this.kernel = kernel;
    /** @type {Map<string, Message[]> | undefined} */
    this.early = new Map();
    /** @type {Map<string, CodeCell>} */
    this.followed = new Map();
    this.displays = new Displays();
    /** @type {Message[]} */
    this.earlyUpdates = [];
    kernel.iopubMessage.connect(this.receive, this);
    kernel.statusChanged.connect(this.status, this);
  }

  /**
   * Hands over the messages of a run that are not in its outputs yet, and those that follow.
   *
   * @param {Run} run
   * @param {CodeCell} cell
   */
  follow(run, cell) {
    const early = this.early?.get(run.msgId) ?? [];
    const known = early.findIndex(({ header }) => header.msg_id === run.lastMessage);
    this.followed.set(run.msgId, cell);
    early.slice(known + 1).forEach(message => this.deliver(run.msgId, message));
  }

  /** From here on only followed runs count. */
  forgetOthers() {
    this.early = undefined;
    this.earlyUpdates.splice(0).forEach(({ content }) => this.displays.update(content));
    this.stopWhenDone();
  }

  /**
   * @param {unknown} _
   * @param {Message} message
   */
  receive(_, message) {
    const parent = 'msg_id' in message.parent_header ? message.parent_header.msg_id : '';
    if (message.header.msg_type === 'update_display_data') {
      if (this.early) {
        this.earlyUpdates.push(message);
      } else {
        this.displays.update(message.content);
      }
    } else if (this.early) {
      this.early.set(parent, [...(this.early.get(parent) ?? []), message]);
    } else {
      this.deliver(parent, message);
      this.stopWhenDone();
    }
  }

  /**
   * @param {string} parent
   * @param {Message} message
   */
  deliver(parent, message) {
    const cell = this.followed.get(parent);
    if (!cell) {
      return;
    }
    apply(cell, message, this.displays);
    const content = /** @type {Record<string, unknown>} */ (message.content);
    if (message.header.msg_type === 'status' && content['execution_state'] === 'idle') {
      this.followed.delete(parent);
    }
  }

  /**
   * A kernel that restarts or dies says nothing more about its cells.
   *
   * @param {unknown} _
   * @param {import('@jupyterlab/services').Kernel.Status} status
   */
  status(_, status) {
    if (['restarting', 'autorestarting', 'dead', 'terminating'].includes(status)) {
      for (const cell of this.followed.values()) {
        cell.executionState = 'idle';
      }
      this.followed.clear();
      this.stopWhenDone();
    }
  }

  stopWhenDone() {
    if (!this.early && this.followed.size === 0 && this.displays.places.size === 0) {
      this.kernel.iopubMessage.disconnect(this.receive, this);
      this.kernel.statusChanged.disconnect(this.status, this);
    }
  }
}
