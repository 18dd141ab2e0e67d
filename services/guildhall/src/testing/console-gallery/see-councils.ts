import type { StaffTour } from "./tour.ts";

const root = "/console/otherton/councils";
const fields = {
  name: "Fenmarsh <District> Council",
  id: "fenmarsh",
  colour: "#0a5c55",
  office: "alloy",
  officeName: "environmental health",
  address: "simulator:alloy/fenmarsh",
  reference: "attributes_ref",
  adminName1: "Ada Byron",
  adminEmail1: "ada@fenmarsh.example",
  once: crypto.randomUUID(),
};

/** Councils as whoever runs the platform takes them on. */
export async function seeCouncils(tour: StaffTour): Promise<void> {
  const { world } = tour;
  const browser = world.open();
  await world.enter(browser, { tenant: "otherton", roles: ["platform-admin"] });
  const see = (name: string, path: string) => tour.keep(name, path, browser.get(`${root}${path}`));
  const send = (name: string, step: string, said: Record<string, string> = fields, go = "next") =>
    tour.keep(name, "councils/new", browser.post(`${root}/new`, { ...said, step, go }));
  await see("no councils", "");
  await see("new council", "/new");
  await send("new council, with faults", "name", {});
  await send("new council, its brand", "brand", fields, "brand");
  await send("new council, its sign-in with faults", "sign-in", { ...fields, signIn: "openid" });
  await send("new council, its connection tested", "connector", fields, "test");
  await send("new council, its services", "connector");
  await send("new council, its administrators with faults", "administrators", { name: "Fen" });
  await send("new council, all of it", "administrators");
  await browser.post(`${root}/new`, { ...fields, step: "check", go: "next" });
  await see("a council's readiness", "/fenmarsh");
  await see("councils", "");
}
