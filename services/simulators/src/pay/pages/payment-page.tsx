import { FactList, type ShownFact } from "../../pages/fact-list.tsx";
import { Layout } from "../../pages/layout.tsx";
import { Moment } from "../../pages/parts.tsx";
import type { Place } from "../../pages/place.ts";
import { failures, isFinished, type Payment } from "../payment.ts";
import { pounds } from "../pounds.ts";

interface PaymentPageProps {
  readonly place: Place;
  readonly payment: Payment;
}

/** One payment as the council's finance team sees it. */
export function PaymentPage({ place, payment }: PaymentPageProps) {
  const { amount, description, state, id, events } = payment;
  const address = `/pay/${place.tenant}/payments/${id}`;
  return (
    <Layout title={description} place={place}>
      <h1>
        {pounds(amount)} {description}
      </h1>
      <p>
        <span class={isFinished(payment) ? "tag closed" : "tag"}>{state}</span>
      </p>
      <div class="columns">
        <FactList facts={factsOf(payment)} />
        <div>
          <Actions address={address} payment={payment} />
          <section class="panel" aria-labelledby="events">
            <h2 id="events">What happened</h2>
            <ol class="trail">
              {events.map((event) => (
                <li>
                  <strong>{event.state}</strong> <Moment at={event.at} />
                </li>
              ))}
            </ol>
          </section>
        </div>
      </div>
    </Layout>
  );
}

function factsOf({ id, reference, code, returnUrl, metadata, refunds }: Payment): ShownFact[] {
  const facts = [
    { name: "Payment id", value: id },
    { name: "Reference", value: reference },
    { name: "Comes back to", value: returnUrl },
    ...Object.entries(metadata).map(([name, value]) => ({ name, value: String(value) })),
    ...refunds.map(({ amount }) => ({ name: "Refunded", value: pounds(amount) })),
  ];
  const why = code === undefined ? [] : [{ name: code, value: failures[code] ?? "" }];
  return [...facts, ...why];
}

function Actions({ address, payment }: { address: string; payment: Payment }) {
  const { state } = payment;
  return (
    <section class="panel" aria-labelledby="actions">
      <h2 id="actions">Make something happen</h2>
      {state === "created" || state === "started" ? (
        <Action address={address} name="expire" text="Let 90 minutes pass: it expires" />
      ) : null}
      {state === "submitted" ? (
        <Action address={address} name="confirm" text="Let the bank confirm it" />
      ) : null}
      <Action address={address} name="notify" text="Send its webhooks again" />
    </section>
  );
}

function Action({ address, name, text }: { address: string; name: string; text: string }) {
  return (
    <form method="post" action={`${address}/${name}`}>
      <button type="submit">{text}</button>
    </form>
  );
}
