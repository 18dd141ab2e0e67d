import { council, fillUpTo, noise, rightAnswers, Visitor } from "../testing/visitor.ts";

describe("question pages", () => {
  it("take a citizen from the start to the page where answers are checked", async () => {
    const visitor = new Visitor();
    const began = await visitor.post(noise);
    expect([began.status, began.location]).toEqual([303, `${noise}/source`]);

    const visited: (string | undefined)[] = [];
    for (const [id, fields] of Object.entries(rightAnswers)) {
      expect((await visitor.get(`${noise}/${id}`)).status).toBe(200);
      visited.push((await visitor.post(`${noise}/${id}`, fields)).location);
    }
    expect(visited).toEqual([
      `${noise}/kind`,
      `${noise}/told`,
      `${noise}/dates`,
      `${noise}/advice`,
      `${noise}/details`,
      `${noise}/check-your-answers`,
    ]);
    expect((await visitor.get(`${noise}/check-your-answers`)).status).toBe(200);
  });
});
