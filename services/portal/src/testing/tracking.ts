import type { Document, Payment, PaymentStatus, Tracking } from "@guildhall/contract";

export const reference = "EXA-2V4K-7XQP";
export const trackingKey = "0123456789abcdefghjkmnpqrs";

/** A process whose case is with the back office, as its citizen sees it. */
export function trackingOf(service: string): Tracking {
  return {
    reference,
    service,
    serviceTitle: "Report a noise",
    languages: ["en"],
    status: "open",
    stage: { id: "received", title: "Received", text: "An officer has not looked at it yet." },
    receivedAt: "2026-11-22T12:00:00.000Z",
    respondBy: "2026-11-27T12:00:00.000Z",
    version: "0123456789abcdef",
    next: { text: "We answer you", by: "2026-11-27T12:00:00.000Z", workingDays: 5 },
    stages: [
      { id: "received", title: "Received", state: "now" },
      { id: "visit", title: "Visit arranged", state: "ahead" },
    ],
    destinations: [
      {
        name: "environmental health",
        state: "passed-on",
        text: "Passed on",
        at: "2026-11-22T14:02:00.000Z",
        reference: "26/1",
      },
      { name: "licensing", state: "delayed", text: "Delayed on our side; we keep trying" },
    ],
    targetText: "An officer will contact you within 5 working days.",
    delivery: {
      state: "passed-on",
      text: "Passed to environmental health at 14:02, their reference is 26/1.",
    },
    timeline: [
      {
        at: "2026-11-22T14:05:00.000Z",
        title: "A note was added",
        text: "I will visit.",
        author: "P. Officer",
      },
      { at: "2026-11-22T12:00:00.000Z", title: "We received your request" },
    ],
    documents: [{ ...documentOf("frm_1", "EXA-2V4K-7XQP.html"), kind: "form" }],
    complete: true,
  };
}

export function reduced(tracking: Tracking): Tracking {
  const timeline = tracking.timeline.map(({ at, title }) => ({ at, title }));
  const { process: _, information: _asked, ...rest } = tracking;
  const destinations = tracking.destinations?.map(({ reference: _theirs, ...one }) => one);
  return {
    ...rest,
    ...(destinations && { destinations }),
    timeline,
    documents: [],
    complete: false,
  };
}

export function documentOf(id: string, name: string): Document {
  return {
    id,
    kind: "evidence",
    name,
    contentType: "image/png",
    bytes: 1234,
    href: `https://api.example/t/exampleshire/v1/documents/${id}`,
  };
}

export const process = "prc_00000000000000000000000001";

/** A payment of £65.00 for that process. */
export function paymentOf(status: PaymentStatus, nextUrl?: string): Payment {
  return {
    id: "pay_00000000000000000000000001",
    process,
    title: "Noise visit",
    status,
    amountPence: 6500,
    createdAt: "2026-11-22T12:00:00.000Z",
    reference: "hu20sq",
    ...(nextUrl === undefined ? {} : { nextUrl }),
  };
}

/** The process while it waits to be paid for, or after. */
export function payingTracking(status: PaymentStatus): Tracking {
  const { title, amountPence } = paymentOf(status);
  const tracking = { ...trackingOf("noise"), process, payment: { title, status, amountPence } };
  if (status === "paid") return tracking;
  const text = "We have your answers. We begin once you have paid.";
  return { ...tracking, delivery: { state: "awaiting-payment", text } };
}
