import type { ReceivedCall } from "../request-log.ts";
import { Layout } from "./layout.tsx";
import { Moment } from "./parts.tsx";
import type { Place } from "./place.ts";

interface RequestsPageProps {
  readonly place: Place;
  readonly calls: readonly ReceivedCall[];
}

/** The last calls that the platform made to this back office, newest first. */
export function RequestsPage({ place, calls }: RequestsPageProps) {
  const address = `/${place.system}/${place.tenant}/requests`;
  return (
    <Layout title="Calls received" place={place} current={address}>
      <h1>Calls received</h1>
      <p>The last 200 calls of the platform since this simulator was started, newest first.</p>
      <div class="panel">
        <table>
          <thead>
            <tr>
              <th scope="col">Call</th>
              <th scope="col">Answer</th>
              <th scope="col" class="wide">
                Bytes received
              </th>
              <th scope="col" class="wide">
                At
              </th>
            </tr>
          </thead>
          <tbody>{calls.toReversed().map(callRow)}</tbody>
        </table>
        {calls.length === 0 ? <p>None yet.</p> : null}
      </div>
    </Layout>
  );
}

function callRow({ at, method, path, operation, status, bytes }: ReceivedCall) {
  return (
    <tr>
      <td>
        {method} {operation ?? path}
      </td>
      <td>{status === 0 ? "none" : status}</td>
      <td class="wide">{bytes}</td>
      <td class="wide">
        <Moment at={at} />
      </td>
    </tr>
  );
}
