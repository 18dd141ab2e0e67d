import type { Edit } from "@guildhall/contract";
import {
  beginServiceDraft,
  editServiceDraft,
  getServiceDraft,
  publishService,
} from "@guildhall/domain";
import { fieldsIn } from "../fields-in.ts";
import { root, type StaffTour } from "./tour.ts";

const once = () => crypto.randomUUID();

/** Services: their list, a new one, and the home of one that is changed, published and withdrawn. */
export async function seeServices(tour: StaffTour): Promise<void> {
  await tour.see("services", "services");
  await tour.see("no service has this name", "services?search=zebra");
  await tour.see("no service", "services?cursor=zzz");
  await tour.see("new service", "services/new");
  await tour.send("new service, with a fault", "services/new", { title: "" });
  const begun = await tour.press("services/new", {
    title: "Report a bench",
    category: "Parks",
    once: once(),
  });
  await tour.see("service that is begun", begun);
  const [home = ""] = begun.split("?");
  for (const room of ["look", "privacy", "publish", "publish/test", "history"])
    await tour.see(`${room} of a new service`, `${home}/${room}`);
  const { since = "" } = fieldsIn(await tour.see("not ready", `${home}/publish/go-live`));
  const asked = { since, once: once(), summary: "It begins.", when: "now" };
  await tour.send("publish, refused", `${home}/publish/go-live`, asked);
  await tour.send("undo, with nothing to undo", `${home}/undo`, { once: once() });
  await tour.see("show a draft to others", `${home}/preview`);
  await tour.send("show a draft to others, with faults", `${home}/preview`);
  await tour.see("throw a draft away", `${home}/discard`);
  await tour.send("throw away what changed", `${home}/discard`, { since: "0", once: once() });
  await seeChange(tour);
}

/** A live service that is changed by two, from its draft to its end. */
async function seeChange(tour: StaffTour): Promise<void> {
  const home = "services/noise";
  await tour.see("live service", home);
  const ctx = await tour.context();
  await beginServiceDraft(ctx, { service: "noise" });
  await tour.see("look", `${home}/look`);
  await tour.send("look, with faults", `${home}/look`, { title: "", lgsl: "five" });
  await tour.see("Welsh", `${home}/look/welsh`);
  const privacy = fieldsIn(await tour.see("privacy", `${home}/privacy`));
  await edit(tour, { act: "set", at: "/retention/lawfulBasis", to: "Theirs." });
  const mine = { ...privacy, lawfulBasis: "Mine.", once: once() };
  await tour.send("both have changed the same", `${home}/privacy`, mine);
  await tour.send("privacy, with faults", `${home}/privacy`, { ...privacy, days: "no" });
  const { definition } = await getServiceDraft(ctx, "noise");
  const welsh = { title: { of: "Old", text: "Sŵn" } };
  await edit(tour, { act: "set", at: "/welsh", to: welsh });
  await tour.see("look, with old Welsh", `${home}/look`);
  await tour.see("all Welsh", `${home}/look/welsh?show=all`);
  await edit(
    tour,
    { act: "clear", at: "/welsh" },
    { act: "set", at: "/title", to: `${definition.title} again` },
    { act: "add", to: "/scenarios", item: { id: "din", name: "A din", expects: { ends: "held" } } },
  );
  await tour.see("home of a draft", home);
  await tour.see("scenarios that are to be run", `${home}/publish/test`);
  await edit(tour, { act: "remove", at: "/scenarios/din" });
  const live = (await ctx.catalogue.live("noise")).definition;
  await publishService(ctx, { ...live, title: "Din" });
  await tour.see("review", `${home}/publish`);
  await tour.send("take in what was published", `${home}/publish/take-in`, { once: once() });
  await seeEnd(tour, home);
}

async function seeEnd(tour: StaffTour, home: string): Promise<void> {
  const goLive = `${home}/publish/go-live`;
  const { since = "" } = fieldsIn(await tour.see("publish", goLive));
  const asked = { since, summary: "Again", when: "later", over: "2" };
  await tour.send("publish, with faults", goLive, { ...asked, once: once() });
  const [year = "", month = "", day = ""] = new Date(Date.now() + 9 * 86_400_000)
    .toISOString()
    .slice(0, 10)
    .split("-");
  const on = { "on-day": day, "on-month": month, "on-year": year, at: "12:00" };
  await tour.press(goLive, { ...asked, ...on, once: once() });
  await tour.see("home of a draft that goes live at a time", home);
  await tour.see("review of what goes live at a time", `${home}/publish`);
  await tour.see("history", `${home}/history`);
  await tour.see("versions", `${home}/versions`);
  await tour.see("version, beside a draft", `${home}/versions/1`);
  const { html } = await tour.browser.get(`${root}${home}/discard`);
  await tour.press(`${home}/discard`, fieldsIn(html));
  await tour.see("version", `${home}/versions/1`);
  await tour.see("withdraw", `${home}/withdraw`);
  await tour.send("withdraw, with a fault", `${home}/withdraw`);
  const words = { text: "Ring us.", welsh: "Ffoniwch ni." };
  await tour.send("withdraw, to be confirmed", `${home}/withdraw`, words);
  const slip = { ...words, confirmed: "yes", name: "Another" };
  const refused = await tour.send("withdraw, another name typed", `${home}/withdraw`, slip);
  const [, name = ""] = /Type “([^”]+)” to confirm/.exec(refused) ?? [];
  const withdrawn = { ...words, name, confirmed: "yes", once: once() };
  await tour.see("withdrawn service", await tour.press(`${home}/withdraw`, withdrawn));
  await tour.press(`${home}/begin`, { version: "1", once: once() });
  const fields = fieldsIn((await tour.browser.get(`${root}${goLive}`)).html);
  const again = { since: fields.since ?? "", summary: "It is back.", when: "now", once: once() };
  await tour.press(goLive, again);
}

/** Change the draft as somebody else would. */
async function edit(tour: StaffTour, ...edits: Edit[]): Promise<void> {
  const ctx = await tour.context();
  const { revision: since } = await getServiceDraft(ctx, "noise");
  await editServiceDraft(ctx, "noise", { edits, since });
}
