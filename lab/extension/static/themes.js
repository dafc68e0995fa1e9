/**
 * The Moka themes: JupyterLab's own light and dark theme with our colours on top, so that everything else stays stock.
 *
 * @param {import('./shared.js').Shared} shared
 * @returns {import('@jupyterlab/application').JupyterFrontEndPlugin<void>}
 */
export function themes({ apputils: { IThemeManager } }) {
  return {
    id: 'moka-lab:themes',
    description: 'The Moka Light and Moka Dark themes',
    autoStart: true,
    requires: [IThemeManager],
    /**
     * @param {import('@jupyterlab/application').JupyterFrontEnd} _app
     * @param {import('@jupyterlab/apputils').IThemeManager} manager
     */
    activate: (_app, manager) => {
      manager.register(theme(manager, 'Moka Light', 'light'));
      manager.register(theme(manager, 'Moka Dark', 'dark'));
    }
  };
}

/**
 * @param {import('@jupyterlab/apputils').IThemeManager} manager
 * @param {string} name
 * @param {'light' | 'dark'} shade
 * @returns {import('@jupyterlab/apputils').IThemeManager.ITheme}
 */
function theme(manager, name, shade) {
  const ours = new URL(`style/moka-${shade}.css`, import.meta.url).href;
  return {
    name,
    displayName: name,
    isLight: shade === 'light',
    themeScrollbars: true,
    load: async () => {
      await Promise.all([manager.loadCSS(`@jupyterlab/theme-${shade}-extension/index.css`), manager.loadCSS(ours)]);
    },
    // The manager itself takes the style sheets of the theme before off the page.
    unload: async () => {}
  };
}
