import { leadsToSandbox } from "./sandbox-requests.ts";
import { address, get } from "./testing/requests.ts";

describe("a request that leads to a sandbox", () => {
  const asked = (method: string, path: string) => new Request(address(path), { method });

  it("is one with a test key, whatever it asks for", () => {
    const path = "/t/exampleshire/v1/processes";
    expect(leadsToSandbox(get(path, { Authorization: "Bearer gh_test_0123456789ab" }))).toBe(true);
    expect(leadsToSandbox(get(path, { Authorization: "Bearer gh_live_0123456789ab" }))).toBe(false);
    expect(leadsToSandbox(get(path))).toBe(false);
  });

  it.each([
    ["POST", "/t/exampleshire/v1/access-requests"],
    ["POST", "/t/exampleshire/v1/access-requests?from=page"],
    ["DELETE", "/t/exampleshire/v1/access-requests/acc_1/test-key"],
    ["POST", "/t/exampleshire/v1/services/noise/dry-runs"],
  ])("is %s %s", (method, path) => {
    expect(leadsToSandbox(asked(method, path))).toBe(true);
  });

  it.each([
    ["GET", "/t/exampleshire/v1/access-requests"],
    ["POST", "/t/exampleshire/v1/processes?q=/v1/access-requests"],
    ["POST", "/t/exampleshire/v1/services"],
  ])("is not %s %s", (method, path) => {
    expect(leadsToSandbox(asked(method, path))).toBe(false);
  });
});
