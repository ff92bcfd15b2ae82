;; Whether any float in bytes 0 to `end` (a multiple of 64) of the memory is NaN or infinite: one whose exponent has all bits set.
;; Sixteen bytes at a time, without a branch for each. Assembled into src/onnx/tensors/finite-wasm.ts by scripts/finite-wasm.ts.
(module
  ;; One mebibyte for a piece, and a page to spare.
  (memory (export "memory") 17)

  ;; Floats of 16 bits, of either kind: `exponent` has the bits of its exponent set.
  (func (export "any16") (param $end i32) (param $exponent i32) (result i32)
    (local $at i32) (local $found v128) (local $mask v128)
    (local.set $mask (i16x8.splat (local.get $exponent)))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $found
          (v128.or
            (local.get $found)
            (v128.or
              (v128.or
                (i16x8.eq (v128.and (v128.load (local.get $at)) (local.get $mask)) (local.get $mask))
                (i16x8.eq (v128.and (v128.load offset=16 (local.get $at)) (local.get $mask)) (local.get $mask)))
              (v128.or
                (i16x8.eq (v128.and (v128.load offset=32 (local.get $at)) (local.get $mask)) (local.get $mask))
                (i16x8.eq (v128.and (v128.load offset=48 (local.get $at)) (local.get $mask)) (local.get $mask))))))
        (local.set $at (i32.add (local.get $at) (i32.const 64)))
        (br $next)))
    (v128.any_true (local.get $found)))

  (func (export "any32") (param $end i32) (result i32)
    (local $at i32) (local $found v128) (local $mask v128)
    (local.set $mask (i32x4.splat (i32.const 0x7f800000)))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $found
          (v128.or
            (local.get $found)
            (v128.or
              (v128.or
                (i32x4.eq (v128.and (v128.load (local.get $at)) (local.get $mask)) (local.get $mask))
                (i32x4.eq (v128.and (v128.load offset=16 (local.get $at)) (local.get $mask)) (local.get $mask)))
              (v128.or
                (i32x4.eq (v128.and (v128.load offset=32 (local.get $at)) (local.get $mask)) (local.get $mask))
                (i32x4.eq (v128.and (v128.load offset=48 (local.get $at)) (local.get $mask)) (local.get $mask))))))
        (local.set $at (i32.add (local.get $at) (i32.const 64)))
        (br $next)))
    (v128.any_true (local.get $found)))

  (func (export "any64") (param $end i32) (result i32)
    (local $at i32) (local $found v128) (local $mask v128)
    (local.set $mask (i64x2.splat (i64.const 0x7ff0000000000000)))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $found
          (v128.or
            (local.get $found)
            (v128.or
              (v128.or
                (i64x2.eq (v128.and (v128.load (local.get $at)) (local.get $mask)) (local.get $mask))
                (i64x2.eq (v128.and (v128.load offset=16 (local.get $at)) (local.get $mask)) (local.get $mask)))
              (v128.or
                (i64x2.eq (v128.and (v128.load offset=32 (local.get $at)) (local.get $mask)) (local.get $mask))
                (i64x2.eq (v128.and (v128.load offset=48 (local.get $at)) (local.get $mask)) (local.get $mask))))))
        (local.set $at (i32.add (local.get $at) (i32.const 64)))
        (br $next)))
    (v128.any_true (local.get $found))))
