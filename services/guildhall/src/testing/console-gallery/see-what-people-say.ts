import { commentOnPreview, giveFeedback, sharePreview } from "@guildhall/domain";
import { idIn, type StaffTour } from "./tour.ts";

/** What people say of pages. */
export async function seeFeedback(tour: StaffTour): Promise<void> {
  await tour.see("no feedback", "feedback");
  const ctx = await tour.context();
  const about = { service: "noise", page: "noise", question: "noiseSource" };
  await giveFeedback(ctx, { ...about, text: "What is <this>?", email: "ada@example.com" });
  await giveFeedback(ctx, { page: "home", text: "Too small" });
  await tour.see("feedback", "feedback");
  await tour.see("feedback on the organisation's own pages", "feedback/pages");
  const html = await tour.see("feedback on a service", "feedback/services/noise");
  const [, id = ""] = /feedback\/(fbk_\w+)\/deal-with/.exec(html) ?? [];
  const back = "/console/exampleshire/feedback/services/noise";
  await tour.press(`feedback/${id}/deal-with`, { back, note: "Mended", once: crypto.randomUUID() });
  await tour.see("feedback that was dealt with", "feedback/services/noise?state=all");
}

/** Services that are shown before they are published. */
export async function seePreviews(tour: StaffTour): Promise<void> {
  await tour.see("no previews", "previews");
  const ctx = await tour.context();
  const { id: _, ...live } = (await ctx.catalogue.live("noise")).definition;
  const expiresAt = new Date(ctx.now() + 86_400_000).toISOString();
  const shown = { name: "First try", definition: live, expiresAt, showsComments: true };
  const { url = "" } = await sharePreview(ctx, "noise", shown);
  const said = { page: "noise", question: "noiseSource", author: "Grace", text: "I do not know" };
  await commentOnPreview(ctx, url.split("/").at(-1) ?? "", said);
  const html = await tour.see("previews", "previews");
  await tour.see("preview", `previews/${idIn(html, "prv")}`);
}

/** Filling in a form for a caller. */
export async function seeAssist(tour: StaffTour): Promise<void> {
  await tour.see("services to fill in", "assist");
  await tour.see("no service has these words", "assist?q=zebra");
  await tour.see("how they contacted us", "assist/noise");
  await tour.send("how they contacted us, with a fault", "assist/noise", { channel: "online" });
}
