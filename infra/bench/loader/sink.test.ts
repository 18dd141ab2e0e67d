import { Sink } from "./sink.ts";

describe("Sink", () => {
  let sink: Sink;
  let url: string;

  beforeEach(async () => {
    sink = new Sink();
    url = `http://127.0.0.1:${await sink.open(0)}/`;
  });

  afterEach(() => sink.close());

  const send = (body: string) => fetch(url, { method: "POST", body });

  it("notes each case by its reference, and how often it came", async () => {
    await send("<submission><ref>A-1</ref></submission>");
    const firstAt = sink.firstAt("A-1");
    await send("<submission><ref>A-1</ref></submission>");

    expect(sink.times("A-1")).toBe(2);
    expect(sink.firstAt("A-1")).toBe(firstAt);
    expect(sink.times("A-2")).toBe(0);
  });

  it("takes no case without a reference", async () => {
    expect((await send("<submission/>")).status).toBe(400);
  });

  it("refuses the connection while it is down", async () => {
    sink.close();

    await expect(send("<ref>A-1</ref>")).rejects.toThrow();
    expect(sink.times("A-1")).toBe(0);
  });

  it("begins anew when it forgets", async () => {
    await send("<ref>A-1</ref>");
    sink.forget();

    expect(sink.times("A-1")).toBe(0);
  });
});
