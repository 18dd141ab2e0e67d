import { Layout } from "../../pages/layout.tsx";
import type { Place } from "../../pages/place.ts";
import { atPostcode, lineOf, withWords } from "../search.ts";
import { towns } from "../world/towns.ts";

interface AddressesProps {
  readonly place: Place;
  readonly query: string;
}

const most = 50;

/** The made-up addresses, to find one to try things out with. */
export function AddressesPage({ place, query }: AddressesProps) {
  const base = `/${place.system}/${place.tenant}/`;
  return (
    <Layout title="Addresses" place={place} current={base}>
      <h1>Addresses</h1>
      <p class="lead">
        Where the towns lie is real. Their streets, houses and numbers are made up.
      </p>
      <form class="panel inline" method="get" action={base}>
        <div class="grow">
          <label for="q">Postcode, or words of an address</label>
          <input type="search" id="q" name="q" value={query} maxlength={100} />
        </div>
        <button type="submit">Find</button>
      </form>
      {query ? <Found query={query} /> : <Towns base={base} />}
    </Layout>
  );
}

function Found({ query }: { query: string }) {
  const found = isPostcode(query)
    ? atPostcode(query)
    : withWords(query, 1).map(({ address }) => address);
  return (
    <div class="panel">
      <table>
        <caption>{found.length} found</caption>
        <thead>
          <tr>
            <th scope="col">Address</th>
            <th scope="col">UPRN</th>
          </tr>
        </thead>
        <tbody>
          {found.slice(0, most).map((address) => (
            <tr>
              <td>{lineOf(address)}</td>
              <td>{address.uprn}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Towns({ base }: { base: string }) {
  return (
    <div class="panel">
      <table>
        <caption>Places, each with a postcode to begin with</caption>
        <thead>
          <tr>
            <th scope="col">Place</th>
            <th scope="col">Council</th>
            <th scope="col">First postcode</th>
          </tr>
        </thead>
        <tbody>
          {towns.map(({ name, custodian, sector }) => (
            <tr>
              <td>{name}</td>
              <td>{custodian.name}</td>
              <td>
                <a href={`${base}?q=${encodeURIComponent(`${sector}AA`)}`}>{`${sector}AA`}</a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function isPostcode(query: string): boolean {
  return /^[A-Za-z]{1,2}\d[A-Za-z\d]? ?\d/.test(query.trim());
}
