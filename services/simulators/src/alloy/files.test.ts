import { attribute, call, create } from "../fixtures/test-alloy.ts";
import { apiKey, startSimulators, type TestSimulators } from "../fixtures/test-simulators.ts";

describe("Alloy's files", () => {
  let world: TestSimulators;
  beforeEach(() => {
    world = startSimulators();
  });
  afterEach(() => world.close());

  const bytes = new Uint8Array([0xff, 0xd8, 0, 1, 2]);
  const upload = async (
    headers: Record<string, string> = {},
    body: Uint8Array<ArrayBuffer> = bytes,
  ) => {
    const response = await world.request("/alloy/exampleshire/api/file", {
      method: "POST",
      headers: {
        authorization: `Bearer ${apiKey}`,
        "content-type": "image/jpeg",
        "content-disposition": 'attachment; filename="a \\"b\\".jpg"',
        ...headers,
      },
      body,
    });
    return response.json();
  };

  it("come back byte for byte, can be attached, and survive a restart", async () => {
    const { fileItemId } = await upload();
    await create(world, { [attribute.attachments]: [fileItemId] });
    world.restart();
    const headers = { authorization: `Bearer ${apiKey}` };
    const read = await world.request(`/alloy/exampleshire/api/file/${fileItemId}`, { headers });

    expect(new Uint8Array(await read.arrayBuffer())).toEqual(bytes);
    expect(read.headers.get("content-type")).toBe("image/jpeg");
    expect(read.headers.get("content-disposition")).toContain("a%20%22b%22.jpg");
  });

  it("are named by the extended form first", async () => {
    const { fileItemId } = await upload({
      "content-disposition": "attachment; filename=\"x.jpg\"; filename*=UTF-8''%E2%82%AC.jpg",
    });
    const { json } = await call(world, "GET", `item/${fileItemId}`);

    expect(JSON.stringify(json.item.attributes)).toContain("€.jpg");
  });

  it.each([
    [
      "a type that is not taken",
      { "content-type": "application/x-msdownload" },
      bytes,
      "FileFormatNotSupported",
    ],
    ["no name", { "content-disposition": "attachment" }, bytes, "FileUploadFailed"],
    ["nothing in them", {}, new Uint8Array(), "FileUploadFailed"],
  ])("are refused with %s", async (_, headers, body, code) => {
    expect((await upload(headers, body)).errorCodeString).toBe(code);
  });

  it("are not other items", async () => {
    const { itemId } = await create(world);

    expect((await call(world, "GET", `file/${itemId}`)).json.errorCodeString).toBe("FileNotFound");
  });
});
