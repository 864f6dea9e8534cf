/// Made-up names for made-up people: first names of many lands, and family names put together from words.
enum DemoNames {
    /// First names.
    static let given = words(
        """
        Ada Adel Aiko Alba Alder Alina Amara Amir Anouk Ansel Anya Ari Arlo Asha Aspen Aurelio Basil Bea Benno Bija Bram
        Briar Cai Calla Camilo Carys Cedro Chidi Cleo Coral Cyra Dalia Danilo Dara Deniz Dov Eben Edda Eero Eira Elio
        Elowen Emre Enzo Esme Ezra Fadi Faye Fenna Fern Finn Flora Freya Gael Gideon Gita Greta Hana Hazel Heron Hugo Ida
        Idris Ilse Imani Indra Ines Iona Iris Isra Ivo Jada Jago Jalen Jaro Jonna Juno Kai Kalani Kamil Keiko Kenji Kira
        Kofi Lani Lark Leif Leila Lena Leto Linus Lior Liv Lotte Luca Luz Mael Maia Malik Marlo Mateo Maya Meera Mila Milo
        Mina Miro Nadia Nahla Naim Nell Nia Nico Nils Nina Noa Nora Nuri Odin Olive Omar Onni Opal Oren Orla Oskar Otis
        Paz Penn Petra Pia Priya Quill Rafi Rana Remy Rhea Rio Rohan Romy Rosa Rowan Ruben Sage Salma Sami Sana Selma Seren
        Silas Simone Sofia Sol Sora Stella Suri Tahir Tala Tamsin Tariq Tavi Tess Thea Tilda Timo Tomas Uma Una Vale Vera
        Vesna Viggo Viola Wanda Wes Willa Wren Xenia Yael Yara Yuki Yusuf Zadie Zahra Zane Zeno Zora
        """)

    private static let heads = words(
        """
        Alder Amber Apple Arrow Ash Barley Bay Beech Bell Birch Black Blue Bramble Bright Brook Cedar Clay Clover Copper
        Corn Crane Dale Day Dew Dove Drift East Elder Elm Even Fair Falcon Far Fern Field Finch Flint Fox Frost Glen Gold
        Grace Grain Green Grove Hale Hart Haven Hazel Heath Heather High Hill Holly Iron Ivy Juniper Kestrel Lake Lark
        Laurel Leaf Light Lin Lime Long Maple March Marsh Meadow Mill Moss North Oak Ever Olive Orchard Otter Pebble Pine
        Plum Quarry Quick Rain Raven Red Reed River Rose Rush Rye Sand Sea Shell Silver Sky Sorrel South Spring Star Stone
        Summer Sun Swan Thistle Thorn Timber Vale Violet Walnut Water West Wheat White Wild Willow Wind Winter Wood Wren
        """)

    private static let tails = words(
        """
        bank beck berg borough bridge brook burn bury by combe cote croft dale den field ford gate gard garth grove hall
        ham hart haven holm holt hurst lake land leigh lock low man mark mere moor more mount ridge rock row sley stead
        stone ton vale wall ward water way well wick win wold wood worth yard
        """)

    /// What is taught.
    static let subjects = words(
        "Mathematics Reading Science History Geography Music Art Drama Spanish French Biology Physics Chemistry Writing"
    )

    /// Trees, for the names of schools.
    static let places = words(
        """
        Alder Birch Cedar Dogwood Elm Fir Ginkgo Hickory Ironwood Juniper Katsura Larch Maple Nutmeg Oak Poplar Quince
        Rowan Spruce Tamarack Umber Viburnum Willow Yew
        """)

    /// Landscapes, for the names of schools.
    static let landscapes = words("Creek Hollow Ridge Meadow Hill Lake Grove Point Valley Bend Prairie Falls")

    /// A family name that nobody is known to bear in this combination.
    static func family(_ random: inout DemoRandom) -> String { random.pick(heads) + random.pick(tails) }

    private static func words(_ text: String) -> [String] {
        text.split(whereSeparator: \.isWhitespace).map(String.init)
    }
}
