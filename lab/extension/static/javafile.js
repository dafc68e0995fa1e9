import { BEAN } from './icons.js';

const CREATE = 'fileeditor:create-new';

/**
 * A Java source file as a tile on the launcher and an entry of File, New: JupyterLab has it for Python, R and Julia.
 *
 * @param {import('./shared.js').Shared} shared
 * @returns {import('@jupyterlab/application').JupyterFrontEndPlugin<void>}
 */
export function javaFile({ apputils, components, launcher, mainmenu }) {
  return {
    id: 'moka-lab:java-file',
    description: 'New Java file',
    autoStart: true,
    optional: [launcher.ILauncher, mainmenu.IMainMenu, apputils.ICommandPalette],
    /**
     * @param {import('@jupyterlab/application').JupyterFrontEnd} app
     * @param {import('@jupyterlab/launcher').ILauncher | null} tiles
     * @param {import('@jupyterlab/mainmenu').IMainMenu | null} menu
     * @param {import('@jupyterlab/apputils').ICommandPalette | null} palette
     */
    activate: (app, tiles, menu, palette) => {
      const icon = new components.LabIcon({ name: 'moka:bean', svgstr: BEAN });
      const args = {
        fileExt: 'java',
        iconName: icon.name,
        launcherLabel: 'Java File',
        paletteLabel: 'New Java File',
        caption: 'Create a new Java source file'
      };
      app.docRegistry.addFileType({
        name: 'java',
        displayName: 'Java File',
        extensions: ['.java', '.jsh'],
        mimeTypes: ['text/x-java'],
        icon
      });
      tiles?.add({ command: CREATE, args, category: 'Other', rank: 2 });
      menu?.fileMenu.newMenu.addItem({ command: CREATE, args, rank: 31 });
      palette?.addItem({ command: CREATE, args: { ...args, isPalette: true }, category: 'Text Editor' });
    }
  };
}
