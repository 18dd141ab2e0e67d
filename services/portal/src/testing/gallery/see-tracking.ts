import type { PaymentStatus } from "@guildhall/contract";
import { noiseService } from "@guildhall/question-view/testing";
import { documentOf, payingTracking, paymentOf, reference, trackingKey } from "../tracking.ts";
import { council, fillUpTo, noise, sendReport } from "../visitor.ts";
import type { Tour } from "./tour.ts";

const tracking = `${council}/track/${reference}`;
const path = `${tracking}/payment`;
const charge = { title: "Noise visit", amount: { answer: "source", pence: { home: 6500 } } };
const nextUrl = "https://card.example/1";

/** A request that is followed, with its link and without. */
export async function seeTracking(tour: Tour): Promise<void> {
  const { visitor } = tour;
  await fillUpTo(visitor);
  await sendReport(visitor);
  await tour.see("tracking", tracking);
  const thumbnail = "https://api.example/thumbnail";
  visitor.api.tracking
    .get(reference)
    ?.documents.push(
      { ...documentOf("doc_1", "a.png"), state: "clean", thumbnail, label: "The fence" },
      { ...documentOf("doc_2", "b.pdf"), state: "pending-scan", bytes: 12 },
      { ...documentOf("doc_3", "c.txt"), state: "infected" },
    );
  await tour.see("tracking with files", tracking);
  await tour.see("adding to a request", `${tracking}/add`);
  await tour.send("adding to a request with a fault", `${tracking}/add`);
  await tour.see("confirmation with files", `${noise}/confirmation`);
  visitor.cookies.clear();
  await tour.see("tracking by reference alone", tracking);
  await tour.see("adding without the link", `${tracking}/add`);
  await tour.see("no such request", `${council}/track/EXA-9999-9999`);
}

/** A service that costs something: what it costs, what to pay, and what became of it. */
export async function seePayment(tour: Tour): Promise<void> {
  const { visitor } = tour;
  visitor.api.services = [{ ...noiseService, charges: [charge] }];
  visitor.api.payments.push(paymentOf("new"));
  await fillUpTo(visitor);
  await visitor.get(`${noise}/source`);
  await tour.other(visitor.api).see("start of what costs something", noise);
  await tour.see("check of what costs something", `${noise}/check-your-answers`);
  await sendReport(visitor);
  visitor.api.tracking.set(reference, payingTracking("created"));
  await tour.see("on to payment", `${path}?go=yes`);
  await tour.see("tracking of what is not paid", tracking);
  visitor.api.payments.splice(0, 1, paymentOf("new"));
  visitor.api.tracking.set(reference, payingTracking("new"));
  await tour.see("payment cannot be started, with a fault", `${path}?trouble=yes`);
  for (const status of standings) await seeStanding(tour, status);
}

const standings = ["started", "submitted", "failed", "cancelled", "expired", "paid"] as const;

async function seeStanding(tour: Tour, status: PaymentStatus): Promise<void> {
  const { visitor } = tour;
  visitor.api.tracking.set(reference, payingTracking(status));
  visitor.api.payments.splice(0, 1, paymentOf(status, status === "started" ? nextUrl : undefined));
  await visitor.get(`${tracking}?key=${trackingKey}`);
  await tour.see(`payment ${status}`, path);
}
