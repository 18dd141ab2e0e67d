import { idIn, root, type StaffTour } from "./tour.ts";

const once = () => crypto.randomUUID();

/** Signing in, and what is seen by those who are not, or may not. */
export async function seeSignIn(tour: StaffTour): Promise<void> {
  const { browser } = tour;
  await tour.keep("front", "/console/", browser.get("/console/"));
  await tour.see("sign in", "sign-in?reason=late");
  await tour.send("sign in, with a fault", "sign-in", { email: "ann" });
  await tour.send("link sent", "sign-in", { email: "ann@exampleshire.example" });
  await tour.see("link", `sign-in/link/${"a".repeat(43)}`);
  await tour.keep("no organisation", "/console/none/", browser.get("/console/none/"));
  const foreign = browser.post(`${root}sign-in`, {}, { "Sec-Fetch-Site": "cross-site" });
  await tour.keep("a foreign form", "sign-in", foreign);
  await tour.send("signed out while writing", "feedback/made-up/deal-with", { note: "Rung back" });
  await tour.enter(["viewer"]);
  await tour.see("home of a viewer", "");
  await tour.see("not of your role", "keys");
  await tour.see("signed in for another tab", "signed-in");
  await tour.keep("front, signed in", "/console/", browser.get("/console/"));
  await tour.send("signed out", "sign-out");
}

/** Who did what, and whether the trail of it is whole. */
export async function seeAudit(tour: StaffTour): Promise<void> {
  await tour.see("audit trail", "audit");
  await tour.see("audit trail, found whole", "audit?verify=now");
  await tour.see("audit trail, of which nothing fits", "audit?actor=nobody");
}

/** What is said where something goes wrong. */
export async function seeFaults(tour: StaffTour): Promise<void> {
  await tour.see("busy", "previews?cursor=busy");
  await tour.see("a fault of ours", "previews?cursor=internal");
  tour.world.faults.splice(0);
  await tour.see("not found", "none");
  await tour.see("not to be understood", "calls?route=%00");
}

/** Keys, and the keys that the organisation signs with. */
export async function seeKeys(tour: StaffTour): Promise<void> {
  await tour.see("no keys", "keys");
  await tour.see("new key", "keys/new");
  await tour.send("new key, with faults", "keys/new");
  const fields = { name: "Acme", kind: "vendor", scopes: "tasks:read", months: "12" };
  const asked = { ...fields, proof: "secret", addresses: "203.0.113.0/24", once: once() };
  await tour.send("key shown", "keys/new", asked);
  await tour.send("key shown before", "keys/new", asked);
  const html = await tour.see("keys", "keys");
  const [, key = ""] = /\/keys\/(\w{12})"/.exec(html) ?? [];
  await tour.see("key", `keys/${key}`);
  await tour.see("change a key", `keys/${key}/change`);
  await tour.send("change a key, with faults", `keys/${key}/change`);
  await tour.see("a new secret", `keys/${key}/rotate`);
  await tour.send("a new secret, with faults", `keys/${key}/rotate`, { once: once() });
  await tour.see("end a key", `keys/${key}/revoke`);
  await tour.see(`done with a key`, await tour.press(`keys/${key}/revoke`));
  await tour.see("rotate signing keys", "signing-keys/rotate");
  await tour.send("signing keys have to wait", "signing-keys/rotate");
}

/** The systems that the council is connected to. */
export async function seeConnections(tour: StaffTour): Promise<void> {
  await tour.see("connections", "connections");
  await tour.see("connection", "connections/back-office");
  const wrong = { apiKey: "not ascii: £", userName: "£", password: "" };
  await tour.send("connection, with faults", "connections/back-office", wrong);
}

/** Colleagues. */
export async function seePeople(tour: StaffTour): Promise<void> {
  await tour.see("new colleague", "people/new");
  await tour.send("new colleague, with faults", "people/new");
  const fields = { name: "Grace Hopper", email: "grace@exampleshire.example", roles: "designer" };
  await tour.see("people", await tour.press("people/new", { ...fields, once: once() }));
  const me = `people/${tour.me}`;
  await tour.see("colleague", me);
  await tour.send("the last administrator, with a fault", me, { roles: "viewer" });
  await tour.see("sign a colleague out", `${me}/sign-out`);
  await tour.see("remove a colleague", `${me}/remove`);
  await tour.send("remove a colleague, with a fault", `${me}/remove`, { name: "Somebody else" });
}

/** Requests for access to the API. */
export async function seeAccess(tour: StaffTour): Promise<void> {
  await tour.see("no requests for access", "access");
  const answer = await tour.world.ask("/t/exampleshire/v1/access-requests", {
    method: "POST",
    headers: { "Content-Type": "application/json", "Idempotency-Key": once() },
    body: JSON.stringify({
      organisation: "Warm Homes <Advice>",
      kind: "partner",
      purpose: "To tell people how far their reports have got.",
      scopes: ["processes:read", "notes:read"],
      contact: { name: "Grace Hopper", email: "grace@warm-homes.example" },
      wants: "live",
    }),
  });
  expect(answer.status).toBe(201);
  const html = await tour.see("requests for access", "access");
  const request = `access/${idIn(html, "acc")}`;
  await tour.see("request for access", request);
  await tour.send("request for access, with a fault", `${request}/refuse`);
  await tour.send("request for access, with faults", `${request}/approve`);
  await tour.see("end a test key", `${request}/end-test-key`);
  await tour.see(
    "refused request",
    await tour.press(`${request}/refuse`, { reason: "Say who you are.", once: once() }),
  );
}
