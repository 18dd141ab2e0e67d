import { loadDelivery, settleDelivery, startProcess } from "@guildhall/domain";
import { sampleAnswers } from "@guildhall/domain/testing";
import {
  addCallCounts,
  countStatus,
  insertAlarm,
  insertCalls,
  putDriftRow,
  transact,
} from "@guildhall/store";
import { idIn, type StaffTour } from "./tour.ts";

const once = () => crypto.randomUUID();
const dayMs = 86_400_000;

/** Deliveries: one that waits, one that was refused, what was read of it, and how it is mended. */
export async function seeDeliveries(tour: StaffTour): Promise<void> {
  await tour.see("no deliveries", "deliveries");
  const outcomes = [
    { outcome: "retry", code: "busy", afterMs: 3_600_000 },
    { outcome: "refused", code: "mapping-failed" },
    { outcome: "ambiguous", code: "connection-lost" },
    { outcome: "accepted", reference: "EH/26/0042" },
  ] as const;
  for (const outcome of outcomes) await deliver(tour, outcome);
  const html = await tour.see("deliveries", "deliveries");
  await tour.see("deliveries that were refused", "deliveries?state=refused");
  await tour.see("home, where something waits", "");
  const ids = [...new Set(html.match(/out_\w{26}/g) ?? [])];
  let process = "";
  for (const [at, id] of ids.entries()) {
    const shown = await tour.see(`delivery ${at}`, `deliveries/${id}`);
    process = /processes\/(prc_\w+)/.exec(shown)?.[1] ?? process;
    await tour.send(`delivery ${at}, read`, `deliveries/${id}/contents`);
  }
  await tour.see("ledger", `processes/${process}/ledger`);
  const refused = await tour.browser.get("/console/exampleshire/deliveries?state=refused");
  const stuck = `deliveries/${idIn(refused.html, "out")}`;
  await tour.send("delivery, handed over with faults", `${stuck}/hand-over`);
  await tour.send("delivery, dealt with, with faults", `${stuck}/handled`);
  await tour.see("replay to be confirmed", "replays/new?how=live");
  const replay = await tour.press("replays/new", { how: "live", once: once() });
  await tour.see("replay", replay);
}

type Outcome = Parameters<typeof settleDelivery>[2]["outcome"];

/** Have a request sent in, and its delivery end so. */
async function deliver(tour: StaffTour, outcome: Outcome): Promise<void> {
  const ctx = await tour.context();
  await startProcess(ctx, { service: "noise", answers: sampleAnswers });
  const { html } = await tour.browser.get("/console/exampleshire/deliveries");
  for (const id of new Set(html.match(/out_\w{26}/g) ?? [])) {
    const ticket = { tenant: "exampleshire", id, generation: 1, kind: "delivery" } as const;
    const loaded = await loadDelivery(ctx, ticket);
    if (loaded) await settleDelivery(ctx, loaded, { outcome, attempt: 1 });
  }
}

/** Alarms, statuses and what a back office takes. */
export async function seeAlarms(tour: StaffTour): Promise<void> {
  await tour.see("no alarms", "alarms");
  await tour.see("no statuses", "statuses");
  const { db, ids, now } = await tour.context();
  const about = { kind: "status-unmapped", subject: "X-99", role: "tenant-admin" } as const;
  const data = JSON.stringify({ connector: "back-office", external: "X-99" });
  const came = { connector: "back-office", service: "noise", at: now() };
  const rows = [
    { service: "noise", serviceTitle: "Report a noise", mapping: "case", target: "grant" },
  ];
  const sentence = "“Noise case” no longer has “grant”. “Report a noise” would fail.";
  const findings = [{ kind: "field-gone" as const, sentence, design: "create-item", rows }];
  const drift = { connector: "back-office", lookedAt: now(), baseline: null, findings };
  await tour.see("nobody has looked", "connectors/back-office/drift");
  await transact(db, async (tx) => {
    await insertAlarm(tx, { ...about, id: ids.id("alm"), data, raisedAt: now() });
    await countStatus(tx, { ...came, external: "X-99", mapped: false });
    await countStatus(tx, { ...came, external: "LOOKING", mapped: true });
    await putDriftRow(tx, { ...drift, state: "drifted" });
  });
  const html = await tour.see("alarms", "alarms");
  await tour.see("statuses", "statuses");
  await tour.see("statuses without a meaning", "statuses?show=unmapped");
  await tour.see("what a back office takes", "connectors/back-office/drift");
  const fields = { note: "We write to them", once: once() };
  await tour.see(
    "alarm that is looked after",
    await tour.press(`alarms/${idIn(html, "alm")}/acknowledge`, fields),
  );
}

/** Who called the API. */
export async function seeCalls(tour: StaffTour): Promise<void> {
  await tour.see("no calls", "calls");
  const { db, now } = await tour.context();
  const of = { callerKind: "key", caller: "3vQp8ZrT0bLk", route: "/v1/processes/{id}" } as const;
  const calls = [200, 403, 500].map((status) => ({
    ...of,
    at: now(),
    method: "GET",
    status,
    code: status === 200 ? null : "scope-missing",
    durationMs: 7,
    requestId: `request-${status}`,
  }));
  const day = Math.floor(now() / dayMs);
  const outcomes = ["ok", "refused", "failed"] as const;
  const counts = outcomes.flatMap((outcome, at) =>
    [0, 1, 2].map((ago) => ({ ...of, day: day - ago, outcome, count: 9 * (at + 1) })),
  );
  await transact(db, async (tx) => {
    await insertCalls(tx, calls);
    await addCallCounts(tx, counts);
  });
  await tour.see("calls", "calls?days=7");
  await tour.see("calls, of which none fits", "calls?route=%2Fv1%2Fnowhere");
}

/** Who is told of events. */
export async function seeWebhooks(tour: StaffTour): Promise<void> {
  await tour.see("new webhook", "webhooks/new");
  await tour.send("new webhook, with faults", "webhooks/new");
  const fields = {
    url: "https://cases.example.com/hook",
    events: "note.added",
    description: "Ours",
  };
  const added = await tour.press("webhooks/new", { ...fields, signature: "ed25519", once: once() });
  await tour.see("webhook", added);
  await tour.send("webhook with a secret", "webhooks/new", {
    ...fields,
    signature: "hmac",
    once: once(),
  });
  const [webhook] = added.split("?");
  await tour.press(`${webhook}/ping`, { once: once() });
  await tour.see("webhook that was tried", `${webhook}`);
  await tour.see("a new signing key of a webhook", `${webhook}/rotate`);
  await tour.send("a new signing key of a webhook, with faults", `${webhook}/rotate`, {
    once: once(),
  });
  await tour.see("remove a webhook", `${webhook}/remove`);
  await tour.press(`${webhook}/disable`);
  await tour.see("webhook that is off", `${webhook}`);
  await tour.see("webhooks", "webhooks");
}
