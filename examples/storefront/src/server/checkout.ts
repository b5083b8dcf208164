/** The checkout form: which fields, and what is wrong with them. Pure; what is typed is not kept anywhere. */
const CHECKOUT_FIELDS = ['name', 'email', 'address', 'town'] as const;
export type CheckoutField = (typeof CHECKOUT_FIELDS)[number];

export interface CheckoutForm {
  readonly values: { readonly [field in CheckoutField]?: string };
  /** What to say to the visitor, by field; empty where all is well. */
  readonly problems: { readonly [field in CheckoutField]?: string };
}

export const EMPTY_FORM: CheckoutForm = { values: {}, problems: {} };

const MISSING: { readonly [field in CheckoutField]: string } = {
  name: 'Please write a name, invented or not.',
  email: 'Please write an e-mail address, such as ada@example.org.',
  address: 'Please write a street and a number.',
  town: 'Please write a postcode and a town.',
};

export function readCheckout(form: { readonly [name: string]: unknown }): CheckoutForm {
  const values: { [field in CheckoutField]?: string } = {};
  const problems: { [field in CheckoutField]?: string } = {};
  for (const field of CHECKOUT_FIELDS) {
    const raw = form[field];
    const value = typeof raw === 'string' ? raw.trim().slice(0, 100) : '';
    values[field] = value;
    if (value === '' || (field === 'email' && !/^\S+@\S+$/.test(value))) problems[field] = MISSING[field];
  }
  return { values, problems };
}
