import { longService } from "../testing/long-service.ts";
import { headingOf, invalidIn, textOf } from "../testing/look.ts";
import { council, noise, Visitor } from "../testing/visitor.ts";

const licence = `${council}/services/licence`;

describe("the list of tasks", () => {
  let visitor: Visitor;
  beforeEach(async () => {
    visitor = new Visitor();
    visitor.api.services = [longService, ...visitor.api.services];
    await visitor.post(licence);
  });

  const statuses = async () => {
    const { html } = await visitor.get(`${licence}/tasks`);
    return textOf(html, /task-list__status[^"]*" id="[^"]*">(.*?)<\/div>/gs);
  };

  it("is where a long form begins, and says how far each part has got", async () => {
    const { html } = await visitor.get(`${licence}/tasks`);
    expect(headingOf(html)).toBe("Apply for a licence");
    expect(await statuses()).toEqual(["Not yet started", "Not yet started", "Cannot start yet"]);
    expect(await invalidIn(html)).toEqual([]);
    await visitor.post(`${licence}/name`, { name: "Ada" });
    expect((await statuses())[0]).toBe("In progress");
  });

  it("lets parts be done in any order, and is come back to after each", async () => {
    expect((await visitor.get(`${licence}/where`)).status).toBe(200);
    expect((await visitor.post(`${licence}/where`, { where: "Ely" })).location).toBe(
      `${licence}/tasks`,
    );
    expect((await visitor.get(`${licence}/drinks`)).location).toBe(`${licence}/tasks`);
    expect((await visitor.post(`${licence}/name`, { name: "Ada" })).location).toBe(
      `${licence}/kind`,
    );
    expect((await visitor.post(`${licence}/kind`, { kind: "pub" })).location).toBe(
      `${licence}/tasks`,
    );
    expect(await statuses()).toEqual(["Completed", "Completed", "Not yet started"]);
  });

  it("says that parts can be done in any order only of those that can", async () => {
    const said = async () =>
      textOf((await visitor.get(`${licence}/tasks`)).html, /<p class="govuk-body">(.*?)<\/p>/gs)[0];
    expect(await said()).toBe(
      "You have completed 0 of 3 parts. One of them cannot start yet, because it depends on your answers to others. You can do the rest in any order.",
    );
    await visitor.post(`${licence}/name`, { name: "Ada" });
    await visitor.post(`${licence}/kind`, { kind: "pub" });
    expect(await said()).toBe("You have completed 1 of 3 parts. You can do them in any order.");
  });

  it("is where the first page of a part goes back to", async () => {
    const back = await visitor.post(`${licence}/name`, { name: "A", "go-back": "yes" });
    expect(back.location).toBe(`${licence}/tasks`);
    const within = await visitor.post(`${licence}/name`, { name: "Ada" });
    expect(within.location).toBe(`${licence}/kind`);
    expect((await visitor.post(`${licence}/kind`, { kind: "", "go-back": "yes" })).location).toBe(
      `${licence}/name`,
    );
  });

  it("leads to the check of all answers once nothing is left, and a change comes back there", async () => {
    const check = "Check your answers and send";
    expect((await visitor.get(`${licence}/tasks`)).html).not.toContain(check);
    const answers = { name: "Ada", kind: "shop", where: "Ely" };
    for (const [page, answer] of Object.entries(answers))
      await visitor.post(`${licence}/${page}`, { [page]: answer });
    expect((await visitor.get(`${licence}/tasks`)).html).toContain(check);
    expect((await visitor.get(`${licence}/check-your-answers`)).status).toBe(200);
    const changed = await visitor.post(`${licence}/where?change=yes`, { where: "March" });
    expect(changed.location).toBe(`${licence}/check-your-answers`);
    const opened = await visitor.post(`${licence}/kind?change=yes`, { kind: "pub" });
    expect(opened.location).toBe(`${licence}/drinks?change=yes`);
  });

  it("is where a form that was left goes on", async () => {
    await visitor.post(`${licence}/name`, { name: "Ada" });
    expect((await visitor.post(licence)).location).toBe(`${licence}/tasks`);
  });

  it("is of no form without parts", async () => {
    await visitor.post(noise);
    expect((await visitor.get(`${noise}/tasks`)).location).toBe(`${noise}/source`);
    expect((await new Visitor().get(`${noise}/tasks`)).status).toBe(410);
  });
});
