import { kernelSocketClass } from './kernelsocket.js';

/**
 * Reaches kernels also where WebSockets are blocked.
 *
 * @param {import('./shared.js').Shared} shared
 * @returns {import('@jupyterlab/application').JupyterFrontEndPlugin<void>}
 */
export function transport({ coreutils: { URLExt }, services: { ServerConnection } }) {
  return {
    id: 'moka-lab:transport',
    description: 'Reaches kernels also where WebSockets are blocked',
    autoStart: true,
    activate: app => {
      const settings = app.serviceManager.serverSettings;
      /** @param {string} path */
      const address = path => URLExt.join(settings.baseUrl, path);
      const { WebSocket } = settings;
      Object.assign(settings, {
        WebSocket: kernelSocketClass({
          WebSocket,
          EventSource,
          request: (path, init) => ServerConnection.makeRequest(address(path), init, settings),
          address
        })
      });
    }
  };
}
