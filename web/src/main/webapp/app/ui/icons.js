import {html, svg} from './element.js';

const icon = (content) => html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${content}</svg>`;
const path = {
  open: 'M4 9h16M4 15h16M10 3 8 21M16 3l-2 18',
  closed: 'M6 11h12a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1ZM8 11V7a4 4 0 0 1 8 0v4',
  secret: 'm3 3 18 18M10.6 5.1A9.8 9.8 0 0 1 12 5c6 0 9.5 7 9.5 7a17 17 0 0 1-3 3.8M6.5 6.5A16.7 16.7 0 0 0 2.5 12S6 19 12 19a9.7 9.7 0 0 0 5.4-1.6M9.900 9.900a3 3 0 0 0 4.2 4.2',
  back: 'm15 18-6-6 6-6',
  down: 'M12 5v14m0 0 6-6m-6 6-6-6',
  send: 'M5 12 4 4l17 8-17 8 1-8Zm0 0h8',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm5-2 4 4',
  leave: 'M15 4h3a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2h-3M10 8l-4 4 4 4M6 12h9',
  pin: 'M9 4h6l-1 6 4 4H6l4-4-1-6ZM12 14v6',
  bell: 'M6 16V11a6 6 0 0 1 12 0v5l2 2H4l2-2ZM10 20a2 2 0 0 0 4 0',
  warning: 'M12 8v5m0 3v.1M10.3 4 2.6 17.5A2 2 0 0 0 4.3 20.5h15.4a2 2 0 0 0 1.7-3L13.7 4a2 2 0 0 0-3.4 0Z',
};

export const icons = Object.fromEntries(
  Object.entries(path).map(([name, d]) => [name, icon(svg`<path d=${d} />`)]),
);

/** The icon of a room by its privacy. */
export const roomIcon = (info) => icons[info.privacy] ?? icons.open;
