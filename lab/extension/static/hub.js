import { POT } from './icons.js';
import { fetchInstance } from './instance.js';

const OPEN = 'moka:open-hub';

/**
 * The way back to the hub: the pot in the corner, a link in the top bar, an entry in the File menu and the palette.
 *
 * @param {import('./shared.js').Shared} shared
 * @returns {import('@jupyterlab/application').JupyterFrontEndPlugin<void>}
 */
export function hub(shared) {
  const { apputils, components, mainmenu, widgets } = shared;
  return {
    id: 'moka-lab:hub',
    description: 'The logo, and the way back to the hub',
    autoStart: true,
    optional: [mainmenu.IMainMenu, apputils.ICommandPalette],
    /**
     * @param {import('@jupyterlab/application').JupyterFrontEnd} app
     * @param {import('@jupyterlab/mainmenu').IMainMenu | null} menu
     * @param {import('@jupyterlab/apputils').ICommandPalette | null} palette
     */
    activate: (app, menu, palette) => {
      const pot = new components.LabIcon({ name: 'moka:pot', svgstr: POT });
      const logo = new widgets.Widget({ node: document.createElement('a') });
      logo.id = 'jp-MainLogo';
      logo.addClass('moka-Logo');
      pot.element({ container: logo.node, width: '24px', height: '24px' });
      app.shell.add(logo, 'top', { rank: 0 });

      void app.restored.then(async () => {
        const instance = await fetchInstance(shared, app.serviceManager.serverSettings).catch(() => undefined);
        if (instance?.hubUrl) {
          offer(shared, app, instance.hubUrl, /** @type {HTMLAnchorElement} */ (logo.node));
          menu?.fileMenu.addGroup([{ command: OPEN }], 1000);
          palette?.addItem({ command: OPEN, category: 'Moka' });
        }
      });
    }
  };
}

/**
 * @param {import('./shared.js').Shared} shared
 * @param {import('@jupyterlab/application').JupyterFrontEnd} app
 * @param {string} url
 * @param {HTMLAnchorElement} logo
 */
function offer({ widgets }, app, url, logo) {
  logo.href = url;
  logo.title = 'Back to my instances';
  app.commands.addCommand(OPEN, {
    label: 'Back to My Instances',
    caption: 'Leaves JupyterLab; kernels go on running',
    execute: () => {
      window.location.assign(url);
    }
  });
  const link = document.createElement('a');
  link.href = url;
  link.textContent = 'My instances';
  link.title = 'Back to the hub; kernels go on running';
  const widget = new widgets.Widget({ node: link });
  widget.id = 'moka-hub-link';
  widget.addClass('moka-HubLink');
  app.shell.add(widget, 'top', { rank: 1000 });
}
