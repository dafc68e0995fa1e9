package dev.moka.hub.browser;

import com.microsoft.playwright.Page;
import java.util.List;

/// What holds for every page, measured in the browser.
final class PageChecks {
    private PageChecks() {}

    /// Elements that reach beyond the window.
    static List<?> tooWide(Page page) {
        return list(
                page,
                """
                () => document.documentElement.scrollWidth <= innerWidth ? [] :
                  [...document.querySelectorAll('body *')]
                    .filter((e) => e.getBoundingClientRect().right > innerWidth + 1)
                    .slice(0, 5).map((e) => `${e.tagName}.${e.className}`)
                """);
    }

    /// Texts whose contrast with what is behind them is below 4.5:1.
    static List<?> faint(Page page) {
        return list(
                page,
                """
                () => {
                  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
                  const rgba = (color) => {
                    canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1);
                    const d = canvas.getImageData(0, 0, 1, 1).data;
                    return [d[0], d[1], d[2], d[3] / 255];
                  };
                  const over = (top, below) => top.slice(0, 3).map((c, i) => c * top[3] + below[i] * (1 - top[3]));
                  const behind = (e) => {
                    const stack = [];
                    for (let at = e; at; at = at.parentElement) stack.push(rgba(getComputedStyle(at).backgroundColor));
                    return stack.reverse().reduce((below, top) => over(top, below), [255, 255, 255]);
                  };
                  const light = (c) => {
                    const [r, g, b] = c.map((v) => { v /= 255; return v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; });
                    return .2126 * r + .7152 * g + .0722 * b;
                  };
                  const found = [];
                  for (const e of document.querySelectorAll('body *')) {
                    const own = [...e.childNodes].some((n) => n.nodeType === 3 && n.nodeValue.trim());
                    if (!own || !e.checkVisibility() || e.closest('[disabled]')) continue;
                    const back = behind(e);
                    const fore = over(rgba(getComputedStyle(e).color), back);
                    const [a, b] = [light(fore), light(back)].sort((x, y) => y - x);
                    const ratio = (a + .05) / (b + .05);
                    if (ratio < 4.5) found.push(`${e.tagName}.${e.className} ${ratio.toFixed(2)} ${e.textContent.trim().slice(0, 30)}`);
                  }
                  return found.slice(0, 8);
                }
                """);
    }

    /// Controls without a name for those who don't see them.
    static List<?> nameless(Page page) {
        return list(
                page,
                """
                () => [...document.querySelectorAll('a, button, input:not([type=hidden]), select, textarea, summary')]
                  .filter((e) => e.checkVisibility())
                  .filter((e) => !(e.getAttribute('aria-label') || e.textContent.trim() || (e.labels && e.labels.length)))
                  .slice(0, 5).map((e) => e.outerHTML.slice(0, 120))
                """);
    }

    private static List<?> list(Page page, String script) {
        return (List<?>) page.evaluate(script);
    }
}
