/** Pages for people who are not signed in. */
export const entrances: ReadonlySet<string> = new Set(['/sign-in', '/set-up', '/accept-invitation']);
