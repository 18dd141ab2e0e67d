import type { DeliveryAttempt, Exchange, SentDocument } from "@guildhall/contract";
import { Details, sayTime } from "@guildhall/ui";
import { outcomeWords } from "./delivery-words.tsx";

/** Every attempt at a delivery, with what was asked and answered. */
export function Attempts({ history }: { history: readonly DeliveryAttempt[] }) {
  if (history.length === 0) return <p class="govuk-body">Nothing has been sent yet.</p>;
  return (
    <ol class="govuk-list console-attempts">
      {history.map((attempt) => (
        <li>
          <p class="govuk-body govuk-!-margin-bottom-1">
            <strong>{outcomeWords[attempt.outcome]}</strong>: attempt {attempt.attempt},{" "}
            {sayTime(attempt.begunAt)}
          </p>
          {attempt.codeText && <p class="govuk-body">{attempt.codeText}.</p>}
          {attempt.exchanges.map((exchange) => (
            <Call exchange={exchange} />
          ))}
        </li>
      ))}
    </ol>
  );
}

function Call({ exchange }: { exchange: Exchange }) {
  const { method, url, status, code, ms, response, truncated } = exchange;
  const answer = status === undefined ? `no answer (${code ?? "unknown"})` : `answered ${status}`;
  return (
    <div>
      <p class="govuk-body-s govuk-!-margin-bottom-1">
        <code class="console-code">
          {method} {url}
        </code>{" "}
        {answer} after {ms} ms
      </p>
      {response !== undefined && (
        <Details summary={`What was answered (${status ?? "nothing"})`}>
          <pre class="console-secret">{response}</pre>
          {truncated && <p class="govuk-body-s">Only its beginning is kept.</p>}
        </Details>
      )}
    </div>
  );
}

/** A document that is or would be sent. */
export function ShownDocument({
  document,
  summary,
}: {
  document: SentDocument | undefined;
  summary: string;
}) {
  if (!document) return null;
  return (
    <Details summary={summary}>
      {document.masked && <p class="govuk-body-s">What the resident gave is hidden behind •••.</p>}
      <pre class="console-secret">{document.text}</pre>
    </Details>
  );
}
