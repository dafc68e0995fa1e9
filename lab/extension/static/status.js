import { fetchInstance, fullness, level, money, price, share, size } from './instance.js';

const SECONDS = 1000;

/**
 * The status item: instance type, memory used of its limit, what it has cost so far. A click opens the details.
 *
 * @param {import('./shared.js').Shared} shared
 * @returns {import('@jupyterlab/application').JupyterFrontEndPlugin<void>}
 */
export function instanceStatus(shared) {
  return {
    id: 'moka-lab:instance',
    description: 'The notebook instance in the status bar',
    autoStart: true,
    requires: [shared.statusbar.IStatusBar],
    /**
     * @param {import('@jupyterlab/application').JupyterFrontEnd} app
     * @param {import('@jupyterlab/statusbar').IStatusBar} statusBar
     */
    activate: (app, statusBar) => {
      const item = new shared.widgets.Widget({ node: button() });
      item.addClass('moka-Instance');
      watch(shared, app, statusBar, item);
    }
  };
}

/**
 * Asks again every few seconds while the page is visible, and less often while the server does not answer. The item is
 * in the bar from the first answer on that names an instance.
 *
 * @param {import('./shared.js').Shared} shared
 * @param {import('@jupyterlab/application').JupyterFrontEnd} app
 * @param {import('@jupyterlab/statusbar').IStatusBar} statusBar
 * @param {import('@lumino/widgets').Widget} item
 */
function watch(shared, app, statusBar, item) {
  const settings = app.serviceManager.serverSettings;
  /** @type {import('./instance.js').Instance | undefined} */
  let instance;
  let warned = false;
  const poll = new shared.polling.Poll({
    name: 'moka-lab:instance',
    factory: async () => {
      const known = instance;
      instance = await fetchInstance(shared, settings);
      if (!instance) {
        void poll.stop();
        return;
      }
      if (!known) {
        statusBar.registerStatusItem('moka-lab:instance', { item, align: 'right', rank: 0 });
      }
      render(item.node, instance);
      const full = level(fullness(instance)) === 'full';
      if (full && !warned) {
        warnOfMemory(shared, instance);
      }
      warned = full;
    },
    frequency: { interval: 10 * SECONDS, max: 300 * SECONDS, backoff: true },
    standby: 'when-hidden'
  });
  item.node.addEventListener('click', () => {
    if (instance) {
      void poll.refresh();
      const body = new shared.widgets.Widget({ node: details(instance) });
      shared.statusbar.showPopup({ body, anchor: item, align: 'right' });
    }
  });
}

/**
 * @param {import('./shared.js').Shared} shared
 * @param {import('./instance.js').Instance} instance
 */
function warnOfMemory({ apputils: { Notification } }, instance) {
  Notification.warning(
    `Memory of ${instance.name} is almost full: ${share(instance.memoryUsedBytes, instance.memoryLimitBytes)}. ` +
      'A kernel that needs more will be ended. Shut down kernels that you no longer need (Kernel menu), ' +
      'or stop the instance and choose a larger type in the hub.',
    { autoClose: false }
  );
}

function button() {
  const node = document.createElement('button');
  node.type = 'button';
  node.append(span('moka-Instance-type'), meter(), span('moka-Instance-memory'), span('moka-Instance-price'));
  return node;
}

/**
 * @param {HTMLElement} node
 * @param {import('./instance.js').Instance} instance
 */
function render(node, instance) {
  const memory = share(instance.memoryUsedBytes, instance.memoryLimitBytes);
  set(node, '.moka-Instance-type', instance.instanceType);
  set(node, '.moka-Instance-memory', memory);
  set(node, '.moka-Instance-price', money(instance.usdSoFar));
  fill(node, instance);
  const words = `${instance.name}: ${instance.instanceType}, memory ${memory}, ${money(instance.usdSoFar)} so far`;
  node.title = `${words}. Click for details.`;
  node.setAttribute('aria-label', words);
}

/**
 * @param {import('./instance.js').Instance} instance
 * @returns {HTMLElement}
 */
function details(instance) {
  const node = document.createElement('div');
  node.className = 'moka-Details';
  const heading = document.createElement('h2');
  heading.textContent = instance.name;
  const list = document.createElement('dl');
  const memory = `${share(instance.memoryUsedBytes, instance.memoryLimitBytes)} (${Math.round(100 * fullness(instance))} %)`;
  row(list, 'Type', instance.instanceType);
  row(list, 'Size', `${instance.vcpu} vCPU, ${size(instance.memoryLimitBytes)}`);
  row(list, 'Memory', memory).append(meter());
  row(list, 'Price', price(instance.usdPerHour));
  row(list, 'So far', money(instance.usdSoFar));
  fill(list, instance);
  node.append(heading, list);
  if (instance.hubUrl) {
    const link = document.createElement('a');
    link.href = instance.hubUrl;
    link.textContent = 'Open in the hub';
    node.append(link);
  }
  return node;
}

/**
 * @param {HTMLElement} list
 * @param {string} term
 * @param {string} value
 */
function row(list, term, value) {
  const name = document.createElement('dt');
  name.textContent = term;
  const cell = document.createElement('dd');
  cell.textContent = value;
  list.append(name, cell);
  return cell;
}

function meter() {
  const bar = span('moka-Meter');
  bar.append(span('moka-Meter-fill'));
  return bar;
}

/**
 * @param {HTMLElement} node
 * @param {import('./instance.js').Instance} instance
 */
function fill(node, instance) {
  const fraction = fullness(instance);
  const bar = node.querySelector('.moka-Meter');
  const inner = /** @type {HTMLElement | null} */ (node.querySelector('.moka-Meter-fill'));
  bar?.setAttribute('data-level', level(fraction));
  inner?.style.setProperty('width', `${Math.max(2, 100 * fraction)}%`);
}

/**
 * @param {HTMLElement} node
 * @param {string} selector
 * @param {string} text
 */
function set(node, selector, text) {
  const element = node.querySelector(selector);
  if (element && element.textContent !== text) {
    element.textContent = text;
  }
}

/** @param {string} name */
function span(name) {
  const element = document.createElement('span');
  element.className = name;
  return element;
}
