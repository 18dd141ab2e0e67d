import { Layout, type Place } from "../../pages/layout.tsx";
import { type Choice, Moment } from "../../pages/parts.tsx";
import type { ListedItem } from "../view.ts";

interface ListPageProps {
  readonly place: Place;
  readonly items: readonly ListedItem[];
  readonly states: readonly Choice[];
  readonly state: string;
  readonly page: number;
  readonly totalPages: number;
  readonly total: number;
}

/** The officer's work items, newest first. */
export function ListPage({ place, items, states, state, page, totalPages, total }: ListPageProps) {
  const address = `/alloy/${place.tenant}/`;
  return (
    <Layout title="Work items" place={place} current={address}>
      <h1>Work items</h1>
      <form class="panel inline" method="get" action={address}>
        <div>
          <label for="state">Show</label>
          <select id="state" name="state">
            {states.map(({ value, text }) => (
              <option value={value} selected={value === state}>
                {text}
              </option>
            ))}
          </select>
        </div>
        <button type="submit">Filter</button>
      </form>
      <div class="panel">
        <ItemTable items={items} address={address} caption={`${total} ${total === 1 ? "item" : "items"}`} />
        {items.length === 0 ? <p>No work items here.</p> : null}
      </div>
      <Pages address={`${address}?state=${encodeURIComponent(state)}`} page={page} last={totalPages} />
    </Layout>
  );
}

interface ItemTableProps {
  readonly items: readonly ListedItem[];
  readonly address: string;
  readonly caption: string;
}

function ItemTable({ items, address, caption }: ItemTableProps) {
  return (
    <table>
      <caption>{caption}, newest first</caption>
      <thead>
        <tr>
          <th scope="col">Item</th>
          <th scope="col">Status</th>
          <th scope="col" class="wide">
            Received
          </th>
          <th scope="col" class="wide">
            Last change
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <ItemRow item={item} href={`${address}items/${item.id}`} />
        ))}
      </tbody>
    </table>
  );
}

function ItemRow({ item, href }: { item: ListedItem; href: string }) {
  return (
    <tr>
      <td>
        <a href={href}>{item.title}</a>
        <br />
        <span class="soft">{item.reference}</span>
      </td>
      <td>
        <span class={item.closed ? "tag closed" : "tag"}>{item.status}</span>
      </td>
      <td class="wide">
        <Moment at={item.createdAt} />
      </td>
      <td class="wide">
        <Moment at={item.lastEditDate} />
      </td>
    </tr>
  );
}

function Pages({ address, page, last }: { address: string; page: number; last: number }) {
  if (last < 2) return null;
  return (
    <nav aria-label="Pages">
      {page > 1 ? <a href={`${address}&page=${page - 1}`}>Newer</a> : null} Page {page} of {last}{" "}
      {page < last ? <a href={`${address}&page=${page + 1}`}>Older</a> : null}
    </nav>
  );
}
