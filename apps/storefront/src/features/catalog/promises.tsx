import { Leaf, PackageCheck, ShieldCheck } from 'lucide-react';

const promises = [
  {
    icon: PackageCheck,
    title: 'What you see is in stock',
    text: 'We set your things aside the moment you order. Nothing sold twice, nothing “on its way to us”.',
  },
  {
    icon: ShieldCheck,
    title: 'The price you saw is the price you pay',
    text: 'Tax and shipping are shown before you pay. If a total changes, we ask you first.',
  },
  {
    icon: Leaf,
    title: 'Made to be mended',
    text: 'Honest materials and plain joints, from makers who still answer letters.',
  },
];

export function Promises() {
  return (
    <section aria-label="What we promise" className="page">
      <ul className="bg-sunken grid gap-10 rounded-xl px-6 py-10 sm:px-10 md:grid-cols-3 md:py-14">
        {promises.map(({ icon: Icon, title, text }) => (
          <li key={title} className="space-y-3">
            <Icon aria-hidden="true" className="text-accent size-6" strokeWidth={1.5} />
            <h2 className="text-lg font-medium">{title}</h2>
            <p className="text-muted text-sm leading-relaxed">{text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
