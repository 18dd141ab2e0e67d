import { writeFileSync } from "node:fs";
import { createPlatformRoutes, createV1, describeApi } from "@guildhall/api";

const unused = () => Promise.reject(new Error("Nothing is served while the document is written"));
const v1 = createV1({
  files: { receive: unused, read: unused, remove: unused },
  payments: { start: unused, list: unused, hear: unused, look: unused, expect: () => undefined },
  signIns: { method: () => ({ method: "email" }), begin: unused, start: unused, end: unused },
  mayCall: () => true,
  askOffice: unused,
  dryRuns: {
    sandboxFor: unused,
    write: unused,
    writeMessage: () => ({ subject: "", text: "" }),
    officerOf: () => undefined,
    pay: unused,
    wait: unused,
    patienceMs: 0,
  },
  mending: { write: unused, canBeAsked: unused },
  reportFault: () => undefined,
  sandboxFor: unused,
});
const tenant = describeApi(v1, { name: "Council", issuer: "/t/{tenant}" });
const platform = describeApi(createPlatformRoutes({ listTenants: unused }), {
  name: "Platform",
  issuer: "",
});
// The client speaks to both: the platform's few calls are given the origin as their base.
const document = {
  ...tenant,
  servers: [{ url: "/t/{tenant}/v1", variables: { tenant: { default: "council" } } }],
  paths: { ...tenant.paths, ...platform.paths },
  components: {
    ...tenant.components,
    schemas: { ...platform.components?.schemas, ...tenant.components?.schemas },
  },
};
writeFileSync(
  process.argv[2] ?? "packages/sdk/openapi.json",
  `${JSON.stringify(document, null, 2)}\n`,
);
