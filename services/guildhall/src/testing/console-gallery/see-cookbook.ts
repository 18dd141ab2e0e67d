import { publishService, requireRecipeNoMore, shareRecipe } from "@guildhall/domain";
import { noise } from "@guildhall/domain/testing";
import { fieldsIn } from "../fields-in.ts";
import type { StaffTour } from "./tour.ts";

const once = () => crypto.randomUUID();
const source = "/form/pages/noise/questions/noiseSource/label";
const parts = [
  { at: "/retention/lawfulBasis", may: "locked" as const, why: "The law." },
  { at: "/target", may: "must-change" as const, why: "Say how soon." },
  { at: "/retention/days", may: "must-change" as const },
];

/** The cookbook: recipes, a service that is adopted and upgraded, and one that is shared. */
export async function seeCookbook(tour: StaffTour): Promise<void> {
  await tour.see("cookbook without recipes", "cookbook");
  await tour.see("bring in a recipe", "cookbook/bring-in");
  await tour.send("bring in what is no recipe", "cookbook/bring-in", { once: once() });
  const { publish, share } = await author(tour);
  await share("The first.");
  await tour.see("cookbook", "cookbook");
  await tour.see("no recipe has these words", "cookbook?search=zebra");
  await tour.see("recipe", "cookbook/recipes/din");
  const adopt = "cookbook/recipes/din/adopt";
  await tour.send("recipe, with a fault", adopt, { title: "", once: once() });
  const adopted = await tour.press(adopt, { title: "Report a din", once: once() });
  await tour.see("what is to be decided", adopted);
  const home = "services/report-a-din";
  await tour.press(`${home}/recipe/confirm`, { at: "/target", once: once() });
  await edit(tour, home);
  await publish();
  await share("Asks more plainly.");
  await tour.see("a new version of its recipe", `${home}/recipe`);
  await tour.see("cookbook, with what was adopted", "cookbook");
  await tour.see("upgrade", `${home}/recipe/upgrade`);
  await tour.send("upgrade, not decided", `${home}/recipe/upgrade`, { to: "2", once: once() });
  await seeSharing(tour);
  await seeRequired(tour);
}

async function edit(tour: StaffTour, home: string): Promise<void> {
  const edits = JSON.stringify([{ act: "set", at: source, to: "Whence?" }]);
  await tour.press(`${home}/edits`, { edits, since: "1", once: once() });
}

async function seeSharing(tour: StaffTour): Promise<void> {
  const share = "services/noise/share";
  const fields = fieldsIn(await tour.see("share", share));
  await tour.send("share, with a fault", share, { ...fields, news: "" });
  const asked = { ...fields, news: "Quick to fill in.", once: once() };
  await tour.see("recipe of one's own", await tour.press(share, asked));
  await tour.see("share the next version", share);
}

/** What whoever runs the platform requires of those who adopted a recipe. */
async function seeRequired(tour: StaffTour): Promise<void> {
  const { world } = tour;
  const browser = world.open();
  await world.enter(browser, { tenant: "otherton", roles: ["platform-admin"] });
  const at = "/console/otherton/cookbook";
  const see = (name: string, path: string) => tour.keep(name, path, browser.get(path));
  await see("nothing that has to be taken", `${at}/required`);
  await see("require an update", `${at}/recipes/din/require`);
  const asked = { "by-day": "1", "by-month": "4", "by-year": "2099", why: "The law has changed." };
  const require = `${at}/recipes/din/require`;
  await tour.keep("require, with faults", require, browser.post(require, { why: "" }));
  await browser.post(require, asked);
  await see("what has to be taken", `${at}/required`);
  await see("recipe that has to be taken", `${at}/recipes/din`);
  await see("require it no more", require);
  await tour.see("service whose update has to be taken", "services/report-a-din/recipe");
  await tour.see("cookbook, with what has to be taken", "cookbook");
  await requireRecipeNoMore(await world.contextOf("otherton"), "din");
}

/** Somebody of another council, who shares a service under another name and makes it better. */
async function author(tour: StaffTour) {
  const ctx = await tour.world.contextOf("otherton");
  const publish = async (label: string) => {
    const [first, second] = noise.form.pages;
    const questions = first?.questions.map((one) =>
      one.id === "noiseSource" ? { ...one, label } : one,
    );
    const pages = [{ ...first, questions }, second] as typeof noise.form.pages;
    const { adopted: _, ...service } = noise;
    await publishService(ctx, { ...service, id: "din", form: { ...noise.form, pages } });
  };
  await publish("Where is it from?");
  const share = (news: string) =>
    shareRecipe(ctx, { service: "din", news, withMappings: false, parts });
  return { publish: () => publish("Where does it come from?"), share };
}
