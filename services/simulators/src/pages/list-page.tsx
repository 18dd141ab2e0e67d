import { Layout } from "./layout.tsx";
import { type Choice, Moment } from "./parts.tsx";
import type { Place } from "./place.ts";

/** A case as the list shows it. */
export interface ListedCase {
  readonly href: string;
  readonly title: string;
  readonly reference: string;
  readonly status: string;
  readonly closed: boolean;
  readonly createdAt: string;
  readonly changedAt: string;
}

interface ListPageProps {
  readonly place: Place;
  readonly title: string;
  readonly cases: readonly ListedCase[];
  readonly states: readonly Choice[];
  readonly state: string;
  readonly page: number;
  readonly totalPages: number;
  readonly total: number;
}

/** An officer's cases, newest first. */
export function ListPage(props: ListPageProps) {
  const { place, title, cases, states, state, page, totalPages, total } = props;
  const address = `/${place.system}/${place.tenant}/`;
  return (
    <Layout title={title} place={place} current={address}>
      <h1>{title}</h1>
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
        {cases.length === 0 ? <p>None here.</p> : <CaseTable cases={cases} total={total} />}
      </div>
      <Pages
        address={`${address}?state=${encodeURIComponent(state)}`}
        page={page}
        last={totalPages}
      />
    </Layout>
  );
}

function CaseTable({ cases, total }: { cases: readonly ListedCase[]; total: number }) {
  return (
    <table>
      <caption>{total === 1 ? "1 case" : `${total} cases, newest first`}</caption>
      <thead>
        <tr>
          <th scope="col">Case</th>
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
        {cases.map((listed) => (
          <CaseRow listed={listed} />
        ))}
      </tbody>
    </table>
  );
}

function CaseRow({ listed }: { listed: ListedCase }) {
  return (
    <tr>
      <td>
        <a href={listed.href}>{listed.title}</a>
        <br />
        <span class="soft">{listed.reference}</span>
      </td>
      <td>
        <span class={listed.closed ? "tag closed" : "tag"}>{listed.status}</span>
      </td>
      <td class="wide">
        <Moment at={listed.createdAt} />
      </td>
      <td class="wide">
        <Moment at={listed.changedAt} />
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
