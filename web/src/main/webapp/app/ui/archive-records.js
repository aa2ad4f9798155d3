import {fullOf} from '../dates.js';
import {html, nothing} from './element.js';

/** Records of the archive as a list; `action` may give each a button. */
export function records(items, action = () => nothing) {
  return html`
    <ol class="records">
      ${items.map((item) => html`
        <li>
          <p class="quiet">
            <time datetime=${item.at}>${fullOf(item.at)}</time> · <span class="kind">${item.kind}</span>
            ${item.room.id ? html` · ${item.room.name} (${item.room.category})` : nothing}${item.seq ? ` · #${item.seq}` : ''}
            · position ${item.position} ${action(item)}
          </p>
          <p><span class="strong">${item.name}</span> <span class="quiet">(${item.account}${item.internal ? '' : ', external'})</span></p>
          ${item.title ? html`<p class="said strong">${item.title}</p>` : nothing}
          ${item.previous === undefined ? nothing : html`<p class="said"><del>${item.previous}</del></p>`}
          ${item.content === undefined ? nothing : html`<p class="said">${item.content}</p>`}
        </li>`)}
    </ol>
  `;
}
