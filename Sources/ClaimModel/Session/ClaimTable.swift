/// Values by the numbers of claims.
///
/// The values lie in small pages, so that a copy that changes shares all of them but those that it touched:
/// a command costs what its claims cost, however many there are, and the state before it stays at hand.
package struct ClaimTable<Value> {
  /// Numbers below this have a slot; higher ones, which no session of a person comes to, and those
  /// below 0 are looked up.
  private static var slots: Int { 1 << 24 }
  private static var pageBits: Int { 4 }
  private static var bookBits: Int { 11 }

  /// Books of pages of slots; a page has no slots before its first value.
  private var books: [[[Value?]]] = []
  private var far: [ClaimID: Value] = [:]
  package private(set) var count = 0

  package init() {}

  package var isEmpty: Bool { count == 0 }

  package subscript(id: ClaimID) -> Value? {
    get {
      guard let (book, page, slot) = Self.place(of: id) else { return far[id] }
      guard book < books.count, page < books[book].count, !books[book][page].isEmpty else {
        return nil
      }
      return books[book][page][slot]
    }
    set { _ = replace(id, newValue) }
  }

  /// Puts a value in the place of the one with the number; nil takes it away.
  /// - Returns: The former value.
  package mutating func replace(_ id: ClaimID, _ value: Value?) -> Value? {
    let former: Value?
    if let (book, page, slot) = Self.place(of: id) {
      if value == nil && self[id] == nil { return nil }
      makeRoom(book, page)
      former = books[book][page][slot].take()
      books[book][page][slot] = value
    } else {
      former = far[id]
      far[id] = value
    }
    count += (value == nil ? 0 : 1) - (former == nil ? 0 : 1)
    return former
  }

  /// Changes a value where it lies.
  /// - Returns: Whether there was one.
  package mutating func change(_ id: ClaimID, _ change: (inout Value) -> Void) -> Bool {
    guard let (book, page, slot) = Self.place(of: id) else {
      guard var value = far.removeValue(forKey: id) else { return false }
      change(&value)
      far[id] = value
      return true
    }
    guard book < books.count, page < books[book].count, !books[book][page].isEmpty,
      var value = books[book][page][slot].take()
    else { return false }
    change(&value)
    books[book][page][slot] = value
    return true
  }

  private static func place(of id: ClaimID) -> (book: Int, page: Int, slot: Int)? {
    let number = id.rawValue
    guard number >= 0, number < slots else { return nil }
    return (
      number >> bookBits, (number >> pageBits) & (1 << (bookBits - pageBits) - 1),
      number & (1 << pageBits - 1)
    )
  }

  private mutating func makeRoom(_ book: Int, _ page: Int) {
    while books.count <= book { books.append([]) }
    while books[book].count <= page { books[book].append([]) }
    if books[book][page].isEmpty {
      books[book][page] = Array(repeating: nil, count: 1 << Self.pageBits)
    }
  }
}

extension ClaimTable: Sendable where Value: Sendable {}

// MARK: - Sequence

extension ClaimTable: Sequence {
  package typealias Element = (key: ClaimID, value: Value)

  /// By the numbers of the claims; those without a slot last.
  package func makeIterator() -> AnyIterator<Element> {
    var number = 0
    var rest = far.sorted { $0.key < $1.key }[...]
    return AnyIterator {
      while let next = firstSlot(from: number) {
        number = next + 1
        let id = ClaimID(rawValue: next)
        if let value = self[id] { return (id, value) }
      }
      return rest.popFirst()
    }
  }

  /// The first number, from one on, that a page has a slot for; nil behind the last page.
  private func firstSlot(from number: Int) -> Int? {
    var number = number
    while number >> Self.bookBits < books.count {
      guard let (book, page, _) = Self.place(of: ClaimID(rawValue: number)) else { return nil }
      if page >= books[book].count {
        number = (book + 1) << Self.bookBits
      } else if books[book][page].isEmpty {
        number = (number >> Self.pageBits + 1) << Self.pageBits
      } else {
        return number
      }
    }
    return nil
  }

  package var keys: [ClaimID] { map(\.key) }
  package var values: [Value] { map(\.value) }
}

// MARK: - Comparing

extension ClaimTable where Value: Equatable {
  /// The numbers that have another value here than in another table, or one in one of them alone.
  ///
  /// - Complexity: That of what the two do not share, where one was made from the other.
  package func numbers(differingFrom other: Self) -> [ClaimID] {
    var numbers: [ClaimID] = []
    func compare(_ id: ClaimID) { if self[id] != other[id] { numbers.append(id) } }
    for book in 0..<Swift.max(books.count, other.books.count) {
      let (mine, theirs) = (Self.element(book, of: books), Self.element(book, of: other.books))
      guard !mine.sharesStorage(with: theirs) else { continue }
      for page in 0..<Swift.max(mine.count, theirs.count)
      where !Self.element(page, of: mine).sharesStorage(with: Self.element(page, of: theirs)) {
        let first = book << Self.bookBits + page << Self.pageBits
        for number in first..<(first + 1 << Self.pageBits) { compare(ClaimID(rawValue: number)) }
      }
    }
    for id in Set(far.keys).union(other.far.keys).sorted() { compare(id) }
    return numbers
  }

  private static func element<Item>(_ index: Int, of list: [[Item]]) -> [Item] {
    index < list.count ? list[index] : []
  }
}

extension ClaimTable: Equatable where Value: Equatable {
  package static func == (one: Self, other: Self) -> Bool {
    one.count == other.count && one.numbers(differingFrom: other).isEmpty
  }
}

extension ClaimTable: Hashable where Value: Hashable {
  package func hash(into hasher: inout Hasher) {
    hasher.combine(count)
    for (id, value) in self {
      hasher.combine(id)
      hasher.combine(value)
    }
  }
}

extension Array {
  /// Whether two arrays are one and the same in memory, and so surely equal.
  fileprivate func sharesStorage(with other: [Element]) -> Bool {
    count == other.count
      && withUnsafeBufferPointer { mine in
        other.withUnsafeBufferPointer { mine.baseAddress == $0.baseAddress }
      }
  }
}
