import type { StaffTour } from "./tour.ts";

/** What pages look like, and how long things are kept. */
export async function seeBrands(tour: StaffTour): Promise<void> {
  const fields = { name: "Fen Leisure", shortName: "Leisure", brand: "#5c0a3b" };
  await tour.see("retention", "retention");
  await tour.see("brands", "brands");
  await tour.see("new brand", "brands/new");
  await tour.send("new brand, shown", "brands/new", { ...fields, go: "show" });
  await tour.send("new brand, with faults", "brands/new", { brand: "#ffff00" });
  await tour.see("brand", await tour.press("brands/new", fields));
}
