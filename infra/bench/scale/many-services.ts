import { prepareStart, startFigures } from "../measures/start.ts";
import { openServer, type Rig } from "../rig.ts";

const councils = 400;
const services = 800;

/** Start the product with every council of the country, each with all that a council offers. */
export async function manyServices(rig: Rig) {
  rig.say(`Making ${councils} councils of ${services} services …`);
  const product = await prepareStart(rig, "many");
  const ids = Array.from({ length: councils }, (_, nth) => `many-${nth}`);
  const { worker } = await openServer(rig, "many", { queue: "in-process" });
  await worker.ask("addTenants", ids);
  await worker.ask("copyServices", { tenants: ids, count: services });
  await worker.ask("close");
  await worker.kill();
  rig.say("Starting and stopping the product with them …");
  const { firstAcceptMs, idleRssMb } = await startFigures(product);
  return { manyFirstAcceptMs: firstAcceptMs, manyIdleRssMb: idleRssMb };
}
