import Glibc

func exponentialOf(_ value: Float) -> Float { expf(value) }

func logarithm(_ value: Float) -> Float { logf(value) }
