/// The link between a hub and one of its kernels: a Unix-domain socket in the kernel's run folder.
///
/// The kernel listens (file mode 0600), the hub connects; the newest connection wins. Every message
/// from the kernel has a sequence number and is kept, within a bound, until the hub acknowledges
/// it, so that nothing said while the hub was away is lost. On connecting:
///
/// ```
/// hub → kernel   Hello(epoch it knows or "", last sequence it stored)
/// kernel → hub   Welcome(epoch, first sequence that follows, how many it had to drop)
/// kernel → hub   Data(sequence, frame) …            hub → kernel   Ack(sequence) …, Data(0, frame) …
/// ```
///
/// An epoch names one kernel process: when the hub's differs, the sequence starts anew. The payload
/// of `Data` is a frame of Jupyter's WebSocket subprotocol v1, unchanged. On the wire each link
/// frame is a big-endian uint32 length of what follows, one type byte, and the fields.
@NullMarked
package dev.moka.protocol.link;

import org.jspecify.annotations.NullMarked;
