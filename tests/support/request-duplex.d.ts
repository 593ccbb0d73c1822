// Node.js asks for it with a streamed body; the DOM types do not have it.
interface RequestInit {
  duplex?: 'half';
}
