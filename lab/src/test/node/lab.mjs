// A lab as JupyterLab's own client library sees it.
import coreutils from '@jupyterlab/coreutils';
import services from '@jupyterlab/services';
import WebSocket from 'ws';

const url = process.env.MOKA_LAB_URL;

coreutils.PageConfig.setOption('terminalsAvailable', 'true');

/** Which wire the kernel sockets speak. */
export const wires = { v1: WebSocket, legacy: LegacySocket };

/** A WebSocket that offers no subprotocol, as clients from before 2022. */
function LegacySocket(address) {
  return new WebSocket(address);
}
Object.assign(LegacySocket, { CONNECTING: 0, OPEN: 1, CLOSING: 2, CLOSED: 3 });

/** Server settings over a wire. */
export function settings(wire = 'v1') {
  return services.ServerConnection.makeSettings({
    baseUrl: url,
    appUrl: 'lab',
    wsUrl: url.replace(/^http/, 'ws'),
    token: 'a-token-for-tests',
    appendToken: true,
    fetch: globalThis.fetch,
    WebSocket: wires[wire],
  });
}

/** All services of the lab. */
export function manager(wire = 'v1') {
  return new services.ServiceManager({ serverSettings: settings(wire), standby: 'never' });
}

/** Runs code and returns the reply and what came on iopub. */
export async function run(kernel, code, options = {}) {
  const future = kernel.requestExecute({ code, ...options.content }, false, options.metadata);
  const messages = [];
  future.onIOPub = (message) => messages.push(message);
  if (options.onStdin) {
    future.onStdin = options.onStdin;
  }
  const reply = await future.done;
  const text = messages
    .filter((message) => message.header.msg_type === 'stream')
    .map((message) => message.content.text)
    .join('');
  const results = messages.filter((message) => message.header.msg_type === 'execute_result');
  return { reply, messages, text, results };
}

/** Waits for a signal that fits. */
export function signalled(signal, fits, limit = 30_000) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      signal.disconnect(slot);
      reject(new Error(`no such signal within ${limit} ms`));
    }, limit);
    function slot(sender, value) {
      if (fits(value)) {
        clearTimeout(timer);
        signal.disconnect(slot);
        resolve(value);
      }
    }
    signal.connect(slot);
  });
}
