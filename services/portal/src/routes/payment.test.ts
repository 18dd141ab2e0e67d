import type { PaymentStatus } from "@guildhall/contract";
import { noiseService } from "@guildhall/question-view/testing";
import { payingTracking, paymentOf, reference, trackingKey } from "../testing/tracking.ts";
import { council, fillUpTo, noise, sendReport, Visitor } from "../testing/visitor.ts";

const path = `${council}/track/${reference}/payment`;
const nextUrl = "https://card.example/1";

describe("paying", () => {
  let visitor: Visitor;
  beforeEach(() => {
    visitor = new Visitor();
  });

  /** The process whose payment stands so, in the browser that sent it. */
  async function standing(status: PaymentStatus, url?: string): Promise<void> {
    visitor.api.tracking.set(reference, payingTracking(status));
    visitor.api.payments.splice(0, 1, paymentOf(status, url));
    await visitor.get(`${council}/track/${reference}?key=${trackingKey}`);
  }

  describe("for what is being sent", () => {
    const charge = { title: "Noise visit", amount: { answer: "source", pence: { home: 6500 } } };
    beforeEach(async () => {
      visitor.api.services = [{ ...noiseService, charges: [charge] }];
      visitor.api.payments.push(paymentOf("new"));
      await fillUpTo(visitor);
    });

    it("is shown before it is begun, and with the answers before it is agreed to", async () => {
      const start = await visitor.get(noise);
      expect(start.html).toContain("What it costs");
      expect(start.html).toContain("Noise visit: £65.00");
      const check = await visitor.get(`${noise}/check-your-answers`);
      expect(check.html).toContain("To pay: £65.00");
      expect(check.html).toContain("you agree to pay the amount above");
      expect(check.html).toContain("Accept and continue to payment");
    });

    it("leads on to the provider from a page of ours, not from the form", async () => {
      const sent = await sendReport(visitor);
      visitor.api.tracking.set(reference, payingTracking("created"));
      expect([sent.status, sent.location]).toEqual([303, `${path}?go=yes`]);
      const page = await visitor.get(`${path}?go=yes`);
      expect(page.headers.get("refresh")).toBe(`0; url=${nextUrl}`);
      expect(page.html).toContain(`href="${nextUrl}"`);
      expect(page.html).toContain(reference);
    });

    it("keeps what was sent where the payment cannot be started", async () => {
      visitor.api.fail(
        "POST /processes/prc_00000000000000000000000001/payments",
        "payment-unavailable",
      );
      const sent = await sendReport(visitor);
      visitor.api.tracking.set(reference, payingTracking("new"));
      expect(sent.location).toBe(`${path}?trouble=yes`);
      const page = await visitor.get(`${path}?trouble=yes`);
      expect(page.html).toContain("We could not start the payment just now. No money was taken.");
      expect(page.html).toContain(reference);
      expect((await visitor.post(path)).location).toBe(`${path}?go=yes`);
    });

    it("is what the confirmation speaks of", async () => {
      await sendReport(visitor);
      visitor.api.tracking.set(reference, payingTracking("created"));
      expect((await visitor.get(`${noise}/confirmation`)).location).toBe(path);
    });

    it("is not spoken of where these answers cost nothing", async () => {
      visitor.api.services = [
        {
          ...noiseService,
          charges: [{ ...charge, amount: { answer: "source", pence: { home: 0 } } }],
        },
      ];
      visitor = new Visitor(visitor.api);
      visitor.api.payments.length = 0;
      await fillUpTo(visitor);
      expect((await visitor.get(`${noise}/check-your-answers`)).html).not.toContain("To pay");
      expect((await sendReport(visitor)).location).toBe(`${noise}/confirmation`);
    });
  });

  it.each([
    ["failed", "Your payment was not accepted"],
    ["cancelled", "The payment was cancelled"],
    ["expired", "The payment ran out of time"],
  ] as const)("says that it was %s, and offers to try again", async (status, title) => {
    await standing(status);
    const page = await visitor.get(path);
    expect(page.html).toContain(title);
    expect(page.html).toContain("No money was taken.");
    expect(page.html).toContain("Try to pay again");
    expect((await visitor.post(path)).location).toBe(`${path}?go=yes`);
    expect(visitor.api.payments.map((payment) => payment.status)).toEqual([status, "created"]);
  });

  it("lets whoever left go on where they were", async () => {
    await standing("started", nextUrl);
    const page = await visitor.get(path);
    expect(page.headers.get("refresh")).toBeNull();
    expect(page.html).toContain(`href="${nextUrl}"`);
    expect(page.html).not.toContain("Try to pay again");
  });

  it("does not offer to pay again while the bank has not confirmed", async () => {
    await standing("submitted");
    const page = await visitor.get(path);
    expect(page.html).toContain("Do not pay again.");
    expect(page.html).toContain("Check again");
    expect(page.html).not.toContain('method="post"');
  });

  it("says what was paid, the reference, and what happens next", async () => {
    await standing("paid");
    const { html } = await visitor.get(path);
    expect(html).toContain("You paid £65.00 for “Noise visit”.");
    expect(html).toContain("The payment reference is hu20sq.");
    expect(html).toContain(reference);
    expect(html).toContain("An officer reads your request.");
  });

  it("believes nothing that the address says", async () => {
    await standing("created", nextUrl);
    const page = await visitor.get(`${path}?status=paid&go=yes&trouble=yes`);
    expect(page.html).not.toContain("You paid");
  });

  it("is offered where the request is followed", async () => {
    await standing("expired");
    const { html } = await visitor.get(`${council}/track/${reference}`);
    expect(html).toContain("Not paid yet");
    expect(html).toContain(`action="${path}"`);
    expect(html).toContain("Pay £65.00");
  });

  it("is told of where the request is followed", async () => {
    await standing("paid");
    const { html } = await visitor.get(`${council}/track/${reference}`);
    expect(html).toContain("£65.00 for “Noise visit”");
    expect(html).not.toContain("Not paid yet");
  });

  it("is for those who have the link: others are told how to get it", async () => {
    visitor.api.tracking.set(reference, payingTracking("failed"));
    const page = await visitor.get(path);
    expect(page.html).toContain("open the link in the email");
    expect(page.html).not.toContain("Try to pay again");
    expect((await visitor.post(path)).location).toBe(path);
    expect(visitor.api.calls.filter((call) => call.endsWith("/payments"))).toEqual([]);
  });

  it("is over where the process has ended unpaid, and where nothing is to be paid", async () => {
    await standing("expired");
    visitor.api.tracking.set(reference, { ...payingTracking("expired"), status: "closed" });
    expect((await visitor.get(path)).location).toBe(`${council}/track/${reference}`);
    const { payment: _, ...free } = payingTracking("paid");
    visitor.api.tracking.set(reference, free);
    expect((await visitor.get(path)).location).toBe(`${council}/track/${reference}`);
  });

  it("shows how it stands when it was paid meanwhile", async () => {
    await standing("paid");
    expect((await visitor.post(path)).location).toBe(path);
  });
});
