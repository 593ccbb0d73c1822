/** How strictly staff sign in. */
export interface StaffPolicy {
  /** `required`: whoever may move money has a second factor or may do nothing but set it up. */
  readonly twoFactor: 'required' | 'optional';
  /** A session that is not used for so long is over. */
  readonly idleSeconds: number;
  /** A session is over after so long however much it is used. */
  readonly absoluteSeconds: number;
}
