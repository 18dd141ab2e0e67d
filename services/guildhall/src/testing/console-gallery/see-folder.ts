import { planFolderImport } from "@guildhall/domain";
import { noise } from "@guildhall/domain/testing";
import type { StaffTour } from "./tour.ts";

const once = () => crypto.randomUUID();
const none = { brands: [], connectors: [], datasets: [], schemas: [], targets: [] };
const tariffs = { id: "tariffs", columns: ["pest", "price"], rows: [["rats", "68"]] };
const services = [{ ...noise, title: "Report a row" }];
const withdrawn = [{ definition: { ...noise, id: "bins" }, words: { text: "Ring us." } }];

/** Services as files: out, and in again as a plan that is approved. */
export async function seeFolder(tour: StaffTour): Promise<void> {
  await tour.see("services as files", "folder");
  await tour.send("files that were not chosen", "folder/imports", { once: once() });
  const ctx = await tour.context();
  const plan = async (datasets: (typeof tariffs)[], title: string) => {
    const [service] = services;
    const made = service ? [{ ...service, title }] : [];
    const contents = { ...none, datasets, services: made, withdrawn, drafts: [] };
    const given = async () => ({ contents, digest: title, hasTenant: true });
    return (await planFolderImport(ctx, given, () => true)).id;
  };
  const first = await plan([tariffs], "Report a row");
  const second = await plan([tariffs], "Report a clamour");
  await tour.see("what files would change", `folder/imports/${first}`);
  const done = await tour.press(`folder/imports/${first}/approve`, { once: once() });
  await tour.see("what files have changed", done);
  await tour.send("approve what has changed since", `folder/imports/${second}/approve`);
  const nothing = await plan([tariffs], "Report a row");
  await tour.see("files that change nothing", `folder/imports/${nothing}`);
}
