/** A page of this shop to go on to, or the account: nothing that a link from elsewhere says leads anywhere else. */
export function toOwnPath(wanted: string | undefined): string {
  if (wanted === undefined || !/^\/[\w\-./?&=%]*$/u.test(wanted) || wanted.startsWith('//'))
    return '/account';
  return wanted;
}
