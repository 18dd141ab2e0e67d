import { Layout } from "./layout.tsx";
import type { ListedCase, Wanted } from "./listing.ts";
import { type Choice, Moment, Options } from "./parts.tsx";
import type { Place } from "./place.ts";

interface ListPageProps extends Wanted {
  readonly place: Place;
  readonly title: string;
  readonly cases: readonly ListedCase[];
  readonly states: readonly Choice[];
  /** Where a list can be cut down by kind and searched. */
  readonly kinds?: readonly Choice[];
  readonly totalPages: number;
  readonly total: number;
}

/** An officer's cases, newest first. */
export function ListPage(props: ListPageProps) {
  const { place, title, cases, total } = props;
  const address = addressOf(place);
  return (
    <Layout title={title} place={place} current={address}>
      <h1>{title}</h1>
      <Filter {...props} />
      <div class="panel">
        {cases.length === 0 ? <None {...props} /> : <CaseTable cases={cases} total={total} />}
      </div>
      <Pages {...props} />
    </Layout>
  );
}

function Filter({ place, kinds, kind, words, states, state }: ListPageProps) {
  return (
    <form class="panel inline" method="get" action={addressOf(place)}>
      <div>
        <label for="state">Status</label>
        <select id="state" name="state">
          <Options choices={states} chosen={state} />
        </select>
      </div>
      {kinds ? (
        <>
          <div>
            <label for="kind">Kind</label>
            <select id="kind" name="kind">
              <Options choices={kinds} chosen={kind} />
            </select>
          </div>
          <div class="grow">
            <label for="q">Reference, name or address</label>
            <input type="search" id="q" name="q" value={words} maxlength={200} />
          </div>
        </>
      ) : null}
      <button type="submit">Show</button>
    </form>
  );
}

function None({ place, words, kind, state }: ListPageProps) {
  const isCut = words !== "" || kind !== "" || state === "closed";
  return (
    <p>
      None here.{" "}
      {isCut ? (
        <a href={`${addressOf(place)}?state=all`}>Show everything</a>
      ) : (
        "New ones come first."
      )}
    </p>
  );
}

function CaseTable({ cases, total }: Pick<ListPageProps, "cases" | "total">) {
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
  const { href, title, reference, kind, status, closed, createdAt, changedAt } = listed;
  return (
    <tr>
      <td>
        <a href={href}>{title}</a>
        <br />
        <span class="soft">{[reference, kind].filter(Boolean).join(" · ")}</span>
        <span class="soft narrow">
          <Moment at={createdAt} />
        </span>
      </td>
      <td>
        <span class={closed ? "tag closed" : "tag"}>{status}</span>
      </td>
      <td class="wide">
        <Moment at={createdAt} />
      </td>
      <td class="wide">
        <Moment at={changedAt} />
      </td>
    </tr>
  );
}

function Pages({ place, state, kind, words, page, totalPages }: ListPageProps) {
  if (totalPages < 2) return null;
  const to = (other: number) =>
    `${addressOf(place)}?${new URLSearchParams({ state, kind, q: words, page: String(other) })}`;
  return (
    <nav aria-label="Pages">
      {page > 1 ? <a href={to(page - 1)}>Newer</a> : null} Page {page} of {totalPages}{" "}
      {page < totalPages ? <a href={to(page + 1)}>Older</a> : null}
    </nav>
  );
}

function addressOf({ system, tenant }: Place): string {
  return `/${system}/${tenant}/`;
}
