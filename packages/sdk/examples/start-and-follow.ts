// Submit a report for a citizen, then read how far it has got.
import { createClientFor, getProcess, listServices, startProcess } from "@guildhall/sdk";

const client = createClientFor({
  baseUrl: process.env.GUILDHALL_API ?? "http://localhost:3000/t/cambridge-city/v1",
  key: process.env.GUILDHALL_KEY ?? "",
});

const services = await listServices({ client, throwOnError: true });
console.log(`${services.data.data.length} services`);

const started = await startProcess({
  client,
  throwOnError: true,
  body: {
    service: "noise-nuisance",
    answers: {
      noiseSource: "not-known",
      noiseKinds: ["other"],
      noiseDescription: "A low hum.",
      addressKnown: false,
      noisePlace: "Somewhere behind Sample Row.",
      happeningNow: false,
      howOften: "once",
      timesOfDay: ["night"],
      noiseDates: [{ date: "2026-06-11", from: "23:00" }],
      effects: ["sleep"],
      heardIndoors: true,
      spokenTo: false,
      reportedBefore: false,
      giveDetails: false,
    },
  },
});
console.log(`Reference ${started.data.reference}`);

const { data: found } = await getProcess({
  client,
  throwOnError: true,
  path: { id: started.data.id },
});
console.log(`${found.stage.title}: ${found.status}`);
