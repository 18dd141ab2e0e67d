import { previewKey } from "../fake-previews.ts";
import { council, noise, publicUrl } from "../visitor.ts";
import type { Tour } from "./tour.ts";

/** What a council says of itself and its services, and whatever goes wrong there. */
export async function seeCouncil(tour: Tour): Promise<void> {
  await tour.see("councils", "/");
  await tour.see("council home", `${council}/`);
  await tour.see("search without a result", `${council}/?q=zebra`);
  for (const name of ["privacy", "accessibility", "cookies", "track"])
    await tour.see(name, `${council}/${name}`);
  await tour.see("service privacy", `${noise}/privacy`);
  await tour.see("a service that has ended", `${council}/services/ended`);
  await tour.see("cookies deleted", `${council}/cookies?deleted=yes`);
  await tour.see("track, with a fault", `${council}/track?reference=x`);
  await tour.see("a sandbox", "/c/exampleshire-test/cookies");
  await seeFeedback(tour);
  await seeFaults(tour);
}

async function seeFeedback(tour: Tour): Promise<void> {
  const feedback = `${council}/feedback?from=%2Fservices%2Fnoise%2Fkind`;
  await tour.see("feedback", feedback);
  await tour.send("feedback, with faults", feedback, { text: "", email: "<ada" });
  await tour.see("feedback received", feedback.replace("feedback?", "feedback/received?"));
}

async function seeFaults(tour: Tour): Promise<void> {
  const { visitor } = tour;
  await tour.see("not found", "/nothing");
  await tour.see("not found in a council", `${council}/nothing`);
  visitor.api.fail("GET /services", "busy");
  await tour.see("busy", `${council}/`);
  visitor.api.fail("GET /services", "rate-limited");
  await tour.see("too many at once", `${council}/`);
  visitor.api.fail("GET /services", "unexpected");
  await tour.see("a fault of ours", `${council}/`);
  visitor.faults.splice(0);
  const headers = { "Sec-Fetch-Site": "cross-site" };
  await tour.keep("a foreign form", noise, visitor.send(noise, { method: "POST", headers }));
  const body = new URLSearchParams({ source: "x".repeat(2_000_000) });
  const own = { "Sec-Fetch-Site": "same-origin", Origin: publicUrl };
  await visitor.post(noise);
  const sent = visitor.send(`${noise}/source`, { method: "POST", body, headers: own });
  await tour.keep("too much at once", `${noise}/source`, sent);
  await tour.see("a form that staff began and is over", `${council}/assist?code=x`);
}

/** A service that is shown before it is published. */
export async function seePreview(tour: Tour): Promise<void> {
  const preview = `${council}/preview/${previewKey}`;
  const service = `${preview}/services/noise`;
  await tour.see("a preview that is gone", `${council}/preview/x`);
  await tour.see("preview start", service);
  await tour.visitor.post(service);
  await tour.see("preview question", `${service}/source`);
  await tour.see("preview, thanks for a comment", `${service}/source?said=yes`);
  await tour.see("not in a preview", `${service}/save-for-later`);
  await tour.send("preview comment, with faults", `${preview}/comments`, { page: "kind" });
  await tour.send("preview end", `${service}/check-your-answers`);
}
