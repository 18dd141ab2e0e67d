import { questionStyles } from "@guildhall/question-view";

/** The few rules that the portal has besides the design kit's. */
export const portalStyles = `${questionStyles}
.portal-back{margin-right:0;padding:0 0 0 14px;border:0;background:none;font-size:1rem;line-height:1.25;
text-decoration:underline;text-underline-offset:.1578em;cursor:pointer}
.portal-back:focus{outline:3px solid transparent;color:var(--govuk-focus-text-colour);
background-color:var(--govuk-focus-colour);box-shadow:0 -2px var(--govuk-focus-colour),0 4px var(--govuk-focus-text-colour);
text-decoration:none}
.portal-assist{margin:15px 0 0;padding:12px 15px;border-left:8px solid var(--govuk-brand-colour);background:var(--govuk-surface-background-colour)}
.portal-assist .govuk-body{margin:0}
.portal-feedback{margin:40px 0 0}
.portal-search{display:flex;flex-wrap:wrap;gap:10px;align-items:flex-end;margin-bottom:30px}
.portal-search .govuk-form-group{flex:1 1 14em;margin:0}
.portal-search .govuk-button{margin:0 0 2px;width:auto}
.portal-aside{padding:20px;border-top:3px solid var(--govuk-brand-colour);
background:var(--govuk-surface-background-colour)}
.portal-aside>:last-child{margin-bottom:0}
.portal-list{padding:0;list-style:none}
.portal-list>li{padding:0 0 15px}
.portal-list .govuk-body{margin:2px 0 0}
.govuk-summary-list__value,.govuk-body{overflow-wrap:anywhere}
.portal-code{margin:0 0 20px;padding:15px;border:1px solid var(--govuk-border-colour);
background:var(--govuk-surface-background-colour);font-family:monospace;font-size:1rem;line-height:1.4;
white-space:pre-wrap;overflow-wrap:anywhere}
.portal-stages{margin:0 0 10px;padding:0;list-style:none}
.portal-stages__stage{position:relative;padding:0 0 15px 32px;font-size:1.1875rem;line-height:1.3}
.portal-stages__stage::before{content:"";position:absolute;left:2px;top:4px;box-sizing:border-box;width:16px;height:16px;
border:3px solid var(--govuk-brand-colour);border-radius:50%}
.portal-stages__stage:not(:last-child)::after{content:"";position:absolute;left:9px;top:20px;bottom:-4px;width:2px;
background:var(--govuk-border-colour)}
.portal-stages__stage--past::before,.portal-stages__stage--now::before{background:var(--govuk-brand-colour)}
.portal-stages__stage--ahead::before{border-color:var(--govuk-border-colour)}
.portal-stages__stage--now .portal-stages__title{font-weight:700}
.portal-stages__title{display:block}
.portal-stages__state{color:var(--govuk-secondary-text-colour)}
.portal-entry{display:inline-block;margin-top:10px}
`;
