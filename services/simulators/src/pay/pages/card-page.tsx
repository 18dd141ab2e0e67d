import { html } from "hono/html";
import { Field } from "../../pages/parts.tsx";
import { isFinished, type Payment } from "../payment.ts";
import { pounds } from "../pounds.ts";

interface CardPageProps {
  readonly service: string;
  readonly payment: Payment;
  readonly wrong?: string | undefined;
}

const cards = [
  { value: "valid", text: "A card that pays" },
  { value: "declined", text: "A card that is declined" },
  { value: "slow", text: "A card whose bank takes its time" },
  { value: "broken", text: "A card that the bank cannot handle" },
];

/** The page where a citizen pays. No card number can be typed here. */
export function CardPage({ service, payment, wrong }: CardPageProps) {
  const page = (
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Pay – Simulator of GOV.UK Pay</title>
        <link rel="stylesheet" href="/officer.css" />
        <link rel="icon" href="data:," />
      </head>
      <body class="pay">
        <header class="bar">
          <div class="bar-in">
            <strong>{service}</strong>
            <span class="label">Simulator of GOV.UK Pay – not the real product</span>
          </div>
        </header>
        <main id="main">
          <h1>{isFinished(payment) ? "This payment is over" : "Pay with a test card"}</h1>
          <Summary payment={payment} />
          {isFinished(payment) ? null : <CardForm wrong={wrong} />}
          <p>
            <a href={payment.returnUrl}>
              {isFinished(payment) ? "Go back to the service" : "Leave without finishing"}
            </a>
          </p>
        </main>
        <footer>
          <p>For demonstrations and tests. No money moves, and no real card is asked for.</p>
        </footer>
      </body>
    </html>
  );
  return html`<!doctype html>${page}`;
}

function Summary({ payment }: Pick<CardPageProps, "payment">) {
  return (
    <section class="panel" aria-labelledby="summary">
      <h2 id="summary">Payment summary</h2>
      <dl class="facts">
        <dt>For</dt>
        <dd>{payment.description}</dd>
        <dt>Total amount</dt>
        <dd>{pounds(payment.amount)}</dd>
        <dt>Reference</dt>
        <dd>{payment.reference}</dd>
      </dl>
    </section>
  );
}

function CardForm({ wrong }: Pick<CardPageProps, "wrong">) {
  const wrongs = wrong === undefined ? [] : [{ field: "card", text: wrong }];
  return (
    <form class="panel" method="post">
      <Field id="card" label="Test card" wrongs={wrongs}>
        <select id="card" name="card">
          {cards.map(({ value, text }) => (
            <option value={value}>{text}</option>
          ))}
        </select>
      </Field>
      <button type="submit" name="does" value="pay">
        Confirm payment
      </button>{" "}
      <button type="submit" name="does" value="cancel">
        Cancel payment
      </button>
    </form>
  );
}
